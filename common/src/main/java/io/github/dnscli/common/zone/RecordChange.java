package io.github.dnscli.common.zone;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// How one record of a zone differs from its predecessor.
public sealed interface RecordChange {

    /// {@return the record as it is now, or as it was if it is gone}
    ResourceRecord record();

    /// {@return the change as a line: `+ RECORD`, `- RECORD` or `~ RECORD ttl 300 -> 60`}
    String line();

    /// The record is new.
    ///
    /// @param record the record
    record Added(ResourceRecord record) implements RecordChange {
        @Override
        public String line() {
            return "+ " + record;
        }
    }

    /// The record is gone.
    ///
    /// @param record as it was
    record Removed(ResourceRecord record) implements RecordChange {
        @Override
        public String line() {
            return "- " + record;
        }
    }

    /// The record has another TTL and the same data.
    ///
    /// @param record as it is now
    /// @param before the TTL it had
    record Retimed(ResourceRecord record, Ttl before) implements RecordChange {
        @Override
        public String line() {
            return "~ %s IN %s ttl %s -> %s"
                    .formatted(record.owner(), record.data(), before, record.ttl());
        }
    }

    /// {@return what turns one version into the other, in canonical order}
    static List<RecordChange> between(Zone older, Zone newer) {
        return of(ZoneDiff.between(older, newer));
    }

    /// {@return a difference, record by record}
    static List<RecordChange> of(ZoneDiff diff) {
        return diff.changes().stream().flatMap(change -> of(change).stream()).toList();
    }

    /// {@return the difference of one set, record by record}
    static List<RecordChange> of(ZoneDiff.Change change) {
        var changes = new ArrayList<RecordChange>();
        var before = change.before();
        var after = change.after();
        var kept = new HashSet<>(before.map(RecordSet::data).orElse(List.of()));
        kept.retainAll(new HashSet<>(after.map(RecordSet::data).orElse(List.of())));
        for (var record : records(before)) {
            if (!kept.contains(record.data())) {
                changes.add(new Removed(record));
            }
        }
        for (var record : records(after)) {
            if (!kept.contains(record.data())) {
                changes.add(new Added(record));
            } else if (!before.orElseThrow().ttl().equals(record.ttl())) {
                changes.add(new Retimed(record, before.orElseThrow().ttl()));
            }
        }
        return changes;
    }

    private static List<ResourceRecord> records(Optional<RecordSet> set) {
        return set.map(RecordSet::records).orElse(List.of());
    }
}
