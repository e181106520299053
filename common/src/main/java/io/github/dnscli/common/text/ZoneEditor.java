package io.github.dnscli.common.text;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Changes record sets in the text of a zone file and touches nothing it need not: lines of records that stay keep
/// every octet, comments and layout included.
///
/// - A record that goes takes its lines along; a comment on a line of its own stays.
/// - A set that has one record before and after has just the words of its data replaced that differ, so a new serial
///   replaces digits.
/// - A new record goes behind the last one of its set, of its name, or of the name before, laid out as that line is.
/// - A line that took its owner or TTL from a line which has gone gets them written.
public final class ZoneEditor {

    private ZoneEditor() {}

    /// {@return the text with the changes made}
    ///
    /// @param file the file, without errors
    /// @param changes at most one for each set, in any order
    /// @throws IllegalArgumentException if part of the file could not be read, two changes are of one set, or there is an
    ///     [#obstacle]
    /// @throws IllegalStateException if the result would not read as intended, which is a fault of this class
    public static byte[] edit(ZoneFile file, List<? extends SetChange> changes) {
        if (isBroken(file)) {
            throw new IllegalArgumentException(
                    "'" + file.source() + "' has errors; it cannot be edited");
        }
        var plan = EditPlan.of(file, List.copyOf(changes));
        plan.obstacle()
                .ifPresent(
                        problem -> {
                            throw new IllegalArgumentException(problem);
                        });
        byte[] edited = new ZoneRevision(file, plan).text();
        verify(file, plan, changes, edited);
        return edited;
    }

    /// {@return why changes cannot be made in this file: a record that is to go or to change does not stand in it, but in
    /// an included file, or is one of many that a `$GENERATE` makes}
    public static Optional<String> obstacle(ZoneFile file, List<? extends SetChange> changes) {
        return EditPlan.of(file, List.copyOf(changes)).obstacle();
    }

    private static void verify(
            ZoneFile before, EditPlan plan, List<? extends SetChange> changes, byte[] edited) {
        var after = ZoneReader.read(Source.of(edited, before.source().name()), before.options());
        boolean othersStay =
                untouched(before, plan::touches).equals(untouched(after, plan::touches));
        if (isBroken(after)
                || !othersStay
                || !touched(after, plan::touches).equals(intended(changes))) {
            throw new IllegalStateException(
                    "editing '" + before.source() + "' would not have the intended result");
        }
    }

    private static boolean isBroken(ZoneFile file) {
        return file.hasErrors() && !file.isEmpty();
    }

    private static List<ResourceRecord> untouched(ZoneFile file, Predicate<PlacedRecord> touched) {
        return file.records().stream().filter(touched.negate()).map(PlacedRecord::record).toList();
    }

    private static Set<ResourceRecord> touched(ZoneFile file, Predicate<PlacedRecord> touched) {
        return file.records().stream()
                .filter(touched)
                .map(PlacedRecord::record)
                .collect(Collectors.toSet());
    }

    private static Set<ResourceRecord> intended(List<? extends SetChange> changes) {
        var records = new HashSet<ResourceRecord>();
        for (SetChange change : changes) {
            switch (change) {
                case SetChange.Put(RecordSet set) -> records.addAll(set.records());
                case SetChange.Remove _ -> {}
            }
        }
        return records;
    }
}
