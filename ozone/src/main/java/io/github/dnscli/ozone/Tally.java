package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.ozone.Inspection.Incomparable;
import io.github.dnscli.ozone.Inspection.Inspected;
import io.github.dnscli.ozone.Inspection.JudgedKeys;
import io.github.dnscli.ozone.Inspection.JudgedZone;
import io.github.dnscli.ozone.Inspection.RemovedZone;
import io.github.dnscli.ozone.Inspection.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How many of what was found in all files together.
///
/// @param files how many files were looked at
/// @param unreadable how many of them, or of those they follow, could not be read
/// @param severities how much each finding matters
record Tally(int files, int unreadable, List<Severity> severities) {

    static Tally of(List<Inspected> files) {
        int unreadable = Math.toIntExact(files.stream().filter(Tally::isUnreadable).count());
        return new Tally(
                files.size(), unreadable, files.stream().flatMap(Tally::severities).toList());
    }

    private static boolean isUnreadable(Inspected file) {
        return switch (file) {
            case Unreadable _, Incomparable _ -> true;
            case JudgedZone _, JudgedKeys _, RemovedZone _ -> false;
        };
    }

    private static Stream<Severity> severities(Inspected file) {
        return switch (file) {
            case JudgedZone(_, var remarks) -> severities(remarks);
            case JudgedKeys(_, _, var remarks) -> severities(remarks);
            case Incomparable(var alone, _) -> severities(alone);
            case RemovedZone _, Unreadable _ -> Stream.empty();
        };
    }

    private static Stream<Severity> severities(List<Remark> remarks) {
        return remarks.stream().map(remark -> remark.finding().severity());
    }

    /// {@return whether it says more than the lines about each file}
    boolean isWorthSaying() {
        return files > 1 || !severities.isEmpty();
    }

    /// {@return the numbers in words: `2 files: 1 error, 3 warnings, 1 unreadable`}
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        parts.add(counted(Severity.ERROR));
        for (var severity : List.of(Severity.WARNING, Severity.NOTE)) {
            if (count(severity) > 0) {
                parts.add(counted(severity));
            }
        }
        if (unreadable > 0) {
            parts.add(unreadable + " unreadable");
        }
        return plural(files, "file") + ": " + String.join(", ", parts);
    }

    private String counted(Severity severity) {
        return plural(count(severity), severity.word());
    }

    private long count(Severity severity) {
        return severities.stream().filter(severity::equals).count();
    }

    /// {@return a number of things in words: `no errors`, `1 file`, `2 keys`}
    static String plural(long count, String thing) {
        return (count == 0 ? "no" : count) + " " + thing + (count == 1 ? "" : "s");
    }
}
