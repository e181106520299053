package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A zone as one would write it down if time and space did not matter: what zones must agree with.
final class ModelZone {

    private final DomainName origin;
    private final TreeMap<DomainName, TreeMap<RecordType, RecordSet>> names = new TreeMap<>();

    ModelZone(DomainName origin) {
        this.origin = origin;
    }

    ModelZone copy() {
        var copy = new ModelZone(origin);
        names.forEach((name, sets) -> copy.names.put(name, new TreeMap<>(sets)));
        return copy;
    }

    void put(RecordSet set) {
        names.computeIfAbsent(set.owner(), _ -> new TreeMap<>()).put(set.type(), set);
    }

    void remove(DomainName name, RecordType type) {
        var sets = names.getOrDefault(name, new TreeMap<>());
        sets.remove(type);
        if (sets.isEmpty()) {
            names.remove(name);
        }
    }

    List<RecordSet> sets() {
        return names.values().stream().flatMap(sets -> sets.values().stream()).toList();
    }

    Map<RecordType, RecordSet> setsAt(DomainName name) {
        return names.getOrDefault(name, new TreeMap<>());
    }

    boolean exists(DomainName name) {
        return names.keySet().stream().anyMatch(owner -> owner.isAtOrBelow(name));
    }

    List<DomainName> namesBelow(DomainName name) {
        return names.keySet().stream().filter(owner -> owner.isBelow(name)).toList();
    }

    List<DomainName> from(DomainName name) {
        return List.copyOf(names.tailMap(name).keySet());
    }

    Optional<DomainName> before(DomainName name) {
        return Optional.ofNullable(names.lowerKey(name));
    }

    Optional<DomainName> last() {
        return names.isEmpty() ? Optional.empty() : Optional.of(names.lastKey());
    }

    /// The topmost first, the name itself included.
    private List<DomainName> way(DomainName name) {
        var way = new ArrayList<DomainName>();
        for (int labels = origin.labelCount(); labels <= name.labelCount(); labels++) {
            way.add(name.suffix(labels));
        }
        return way;
    }

    Optional<DomainName> cut(DomainName name) {
        return way(name).stream()
                .skip(1)
                .filter(above -> setsAt(above).containsKey(RecordType.NS))
                .findFirst();
    }

    Lookup lookup(DomainName name, RecordType type) {
        for (var at : way(name)) {
            var sets = setsAt(at);
            boolean asksParent = at.equals(name) && type.equals(RecordType.DS);
            if (sets.containsKey(RecordType.NS) && !at.equals(origin) && !asksParent) {
                return new Lookup.Delegated(sets.get(RecordType.NS));
            }
            if (sets.containsKey(RecordType.DNAME) && !at.equals(name)) {
                return new Lookup.SubtreeAlias(sets.get(RecordType.DNAME));
            }
        }
        if (exists(name)) {
            return select(name, name, type);
        }
        var encloser =
                way(name).reversed().stream()
                        .filter(above -> exists(above) || above.equals(origin))
                        .findFirst()
                        .orElseThrow();
        return exists(encloser.wildcard())
                ? select(encloser.wildcard(), name, type)
                : new Lookup.NoName(encloser);
    }

    private Lookup select(DomainName owner, DomainName name, RecordType type) {
        var sets = setsAt(owner);
        if (type.equals(RecordType.ANY)) {
            var all = sets.values().stream().map(set -> set.withOwner(name)).toList();
            return all.isEmpty() ? new Lookup.NoData() : new Lookup.Found(all);
        }
        if (sets.containsKey(type)) {
            return new Lookup.Found(List.of(sets.get(type).withOwner(name)));
        }
        return sets.containsKey(RecordType.CNAME)
                ? new Lookup.Alias(sets.get(RecordType.CNAME).withOwner(name))
                : new Lookup.NoData();
    }

    static List<ZoneDiff.Change> differences(ModelZone older, ModelZone newer) {
        var owners = new TreeSet<>(older.names.keySet());
        owners.addAll(newer.names.keySet());
        return owners.stream()
                .flatMap(owner -> differences(older.setsAt(owner), newer.setsAt(owner)))
                .toList();
    }

    private static Stream<ZoneDiff.Change> differences(
            Map<RecordType, RecordSet> older, Map<RecordType, RecordSet> newer) {
        var types = new TreeSet<>(older.keySet());
        types.addAll(newer.keySet());
        return types.stream()
                .map(
                        type ->
                                new ZoneDiff.Change(
                                        Optional.ofNullable(older.get(type)),
                                        Optional.ofNullable(newer.get(type))))
                .filter(change -> !change.before().equals(change.after()));
    }
}
