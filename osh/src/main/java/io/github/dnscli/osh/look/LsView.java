package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Color;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.MessageRecord;
import java.util.stream.Collectors;

/// Shows the names of a zone.
///
/// @param origin the zone's name
/// @param console where
record LsView(DomainName origin, Console console) {

    private static final int WIDEST = 40;

    /// Shows them.
    ///
    /// @param records whether with their records
    /// @return what to tell the shell: no if there are none
    ExitStatus show(Listing listing, boolean records) {
        if (listing.entries().isEmpty()) {
            console.error(
                    "zone '%s' has nothing such at or below '%s'"
                            .formatted(origin.display(), listing.top().display()));
            return ExitStatus.NO;
        }
        console.print(records ? records(listing) : names(listing));
        return ExitStatus.YES;
    }

    private static String records(Listing listing) {
        return RecordLines.of(
                listing.entries().stream()
                        .flatMap(entry -> entry.sets().stream())
                        .flatMap(set -> set.records().stream())
                        .map(MessageRecord::of)
                        .toList());
    }

    private String names(Listing listing) {
        int width =
                listing.entries().stream()
                        .mapToInt(entry -> name(entry).length())
                        .filter(length -> length <= WIDEST)
                        .max()
                        .orElse(0);
        var lines = new StringBuilder();
        for (var entry : listing.entries()) {
            String name = name(entry);
            lines.append(name).repeat(" ", Math.max(0, width - name.length()) + 2);
            lines.append(console.paint(Color.CYAN, types(entry)));
            lines.append(below(entry)).append('\n');
        }
        return lines.toString();
    }

    private String name(Listing.Entry entry) {
        return entry.name().relativeTo(origin);
    }

    private static String types(Listing.Entry entry) {
        return entry.sets().stream()
                .map(set -> set.type())
                .map(RecordType::toString)
                .collect(Collectors.joining(" "));
    }

    private static String below(Listing.Entry entry) {
        String gap = entry.sets().isEmpty() ? "" : "  ";
        return entry.below() == 0 ? "" : gap + "(" + entry.below() + " below)";
    }
}
