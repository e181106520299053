package io.github.dnscli.ozone;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Tells record by record how a zone differs from its predecessor.
final class Changes {

    private Changes() {}

    /// {@return what turns one version into the other, in canonical order}
    static List<RecordChange> between(Zone older, Zone newer) {
        var changes = new ArrayList<RecordChange>();
        for (var change : ZoneDiff.between(older, newer).changes()) {
            add(change.before(), change.after(), changes);
        }
        return changes;
    }

    private static void add(
            Optional<RecordSet> before, Optional<RecordSet> after, List<RecordChange> changes) {
        var kept = new HashSet<>(before.map(RecordSet::data).orElse(List.of()));
        kept.retainAll(new HashSet<>(after.map(RecordSet::data).orElse(List.of())));
        for (var record : records(before)) {
            if (!kept.contains(record.data())) {
                changes.add(new RecordChange.Removed(record));
            }
        }
        for (var record : records(after)) {
            if (!kept.contains(record.data())) {
                changes.add(new RecordChange.Added(record));
            } else if (!before.orElseThrow().ttl().equals(record.ttl())) {
                changes.add(new RecordChange.Retimed(record, before.orElseThrow().ttl()));
            }
        }
    }

    private static List<ResourceRecord> records(Optional<RecordSet> set) {
        return set.map(RecordSet::records).orElse(List.of());
    }
}
