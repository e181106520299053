package io.github.dnscli.ozone;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.ozone.Inspected.JudgedKeys;
import io.github.dnscli.ozone.Inspected.JudgedZone;
import io.github.dnscli.ozone.Inspected.PassedOver;
import io.github.dnscli.ozone.Inspected.RemovedZone;
import io.github.dnscli.ozone.Inspected.Unfinished;
import io.github.dnscli.ozone.Inspected.Unreadable;
import java.util.ArrayList;

/// How many of what was found in all files together.
///
/// @param files how many files were looked at; those passed over do not count
/// @param unreadable how many of them, or of those they follow, could not be read, or not be written
/// @param errors how many errors were found
/// @param warnings how many warnings
/// @param notes how many notes
/// @param accepted how many findings were left out because the baseline accepts them
record Tally(int files, int unreadable, int errors, int warnings, int notes, int accepted) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    /// {@return this and one more file}
    Tally and(Inspected file) {
        return new Tally(
                files + (counts(file) ? 1 : 0),
                unreadable + (file.problem().isPresent() ? 1 : 0),
                errors + count(file, Severity.ERROR),
                warnings + count(file, Severity.WARNING),
                notes + count(file, Severity.NOTE),
                accepted);
    }

    /// {@return this with so many findings accepted}
    Tally withAccepted(int findings) {
        return new Tally(files, unreadable, errors, warnings, notes, findings);
    }

    private static boolean counts(Inspected file) {
        return switch (file) {
            case JudgedZone _, Unfinished _, RemovedZone _, JudgedKeys _, Unreadable _ -> true;
            case PassedOver _ -> false;
        };
    }

    private static int count(Inspected file, Severity severity) {
        int count = 0;
        for (var remark : file.remarks()) {
            count += remark.finding().severity() == severity ? 1 : 0;
        }
        return count;
    }

    /// {@return what to tell the shell: the worst of what came of each file}
    ExitStatus status() {
        if (unreadable > 0) {
            return ExitStatus.UNKNOWN;
        }
        return errors > 0 ? ExitStatus.NO : ExitStatus.YES;
    }

    /// {@return whether it says more than the lines about each file}
    boolean isWorthSaying() {
        return files > 1 || errors + warnings + notes + accepted > 0;
    }

    /// {@return the numbers in words: `2 files: 1 error, 3 warnings, 1 unreadable`}
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        parts.add(plural(errors, Severity.ERROR.word()));
        if (warnings > 0) {
            parts.add(plural(warnings, Severity.WARNING.word()));
        }
        if (notes > 0) {
            parts.add(plural(notes, Severity.NOTE.word()));
        }
        if (accepted > 0) {
            parts.add(accepted + " accepted");
        }
        if (unreadable > 0) {
            parts.add(unreadable + " unreadable");
        }
        return plural(files, "file") + ": " + String.join(", ", parts);
    }

    /// {@return a number of things in words: `no errors`, `1 file`, `2 keys`}
    static String plural(long count, String thing) {
        return (count == 0 ? "no" : count) + " " + thing + (count == 1 ? "" : "s");
    }
}
