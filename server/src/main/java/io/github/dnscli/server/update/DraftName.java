package io.github.dnscli.server.update;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// All records at a name while an update changes them.
final class DraftName {

    private final List<RecordSet> before;
    private final DomainName owner;
    private final TreeMap<RecordType, DraftSet> sets = new TreeMap<>();

    /// The spelling of a name that is already there stays.
    DraftName(Zone zone, DomainName name) {
        before = zone.recordSetsAt(name);
        owner = before.isEmpty() ? name : before.getFirst().owner();
        before.forEach(set -> sets.put(set.type(), DraftSet.of(set)));
    }

    /// {@return the set of a type, empty if there is none yet}
    DraftSet set(RecordType type) {
        return sets.computeIfAbsent(type, DraftSet::empty);
    }

    /// {@return whether there are records of some types}
    boolean hasAny(Predicate<RecordType> types) {
        return sets.entrySet().stream()
                .anyMatch(set -> !set.getValue().isEmpty() && types.test(set.getKey()));
    }

    /// Deletes all records of some types.
    void remove(Predicate<RecordType> types) {
        sets.keySet().removeIf(types);
    }

    /// {@return what differs from the zone, in order of the types}
    List<ZoneDiff.Change> changes() {
        var types = new TreeSet<>(sets.keySet());
        before.forEach(set -> types.add(set.type()));
        var changes = new ArrayList<ZoneDiff.Change>();
        for (var type : types) {
            var old = before.stream().filter(set -> set.type().equals(type)).findFirst();
            var now = now(type);
            if (!old.equals(now)) {
                changes.add(new ZoneDiff.Change(old, now));
            }
        }
        return changes;
    }

    private Optional<RecordSet> now(RecordType type) {
        return Optional.ofNullable(sets.get(type))
                .filter(set -> !set.isEmpty())
                .map(set -> set.toSet(owner));
    }
}
