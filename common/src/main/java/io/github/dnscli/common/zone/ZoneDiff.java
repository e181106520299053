package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How one version of a zone differs from another, set by set.
///
/// @param changes in canonical order; sets that are the same are not among them
public record ZoneDiff(List<Change> changes) {

    /// A set that one version has otherwise than the other; at least one side is there.
    ///
    /// @param before the set in the older version
    /// @param after the set in the newer version
    public record Change(Optional<RecordSet> before, Optional<RecordSet> after) {

        /// {@return the side that is there, the newer if both are}
        public RecordSet set() {
            return after.or(() -> before).orElseThrow();
        }
    }

    /// Copies the changes.
    public ZoneDiff {
        changes = List.copyOf(changes);
    }

    /// {@return what turns the older version into the newer; TTLs count}
    ///
    /// If one grew from the other, or both from a third, it mostly costs what differs; if not, what both have.
    public static ZoneDiff between(Zone older, Zone newer) {
        var before = older.search().changed();
        var after = newer.search().changed();
        if (before.base() != after.base()) {
            return between(older.recordSets().iterator(), newer.recordSets().iterator());
        }
        var comparison = VersionComparison.of(before, after);
        return between(comparison.older().iterator(), comparison.newer().iterator());
    }

    private static ZoneDiff between(Iterator<RecordSet> older, Iterator<RecordSet> newer) {
        var changes = new ArrayList<Change>();
        var left = new Cursor(older);
        var right = new Cursor(newer);
        while (left.set.isPresent() || right.set.isPresent()) {
            int order = compare(left.set, right.set);
            var before = order <= 0 ? left.take() : Optional.<RecordSet>empty();
            var after = order >= 0 ? right.take() : Optional.<RecordSet>empty();
            if (!before.equals(after)) {
                changes.add(new Change(before, after));
            }
        }
        return new ZoneDiff(changes);
    }

    private static int compare(Optional<RecordSet> left, Optional<RecordSet> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? 1 : -1;
        }
        return Zone.ORDER.compare(left.get(), right.get());
    }

    /// Walks one version's sets, one step ahead.
    private static final class Cursor {
        private final Iterator<RecordSet> rest;
        private Optional<RecordSet> set;

        Cursor(Iterator<RecordSet> sets) {
            rest = sets;
            set = next();
        }

        Optional<RecordSet> take() {
            var taken = set;
            set = next();
            return taken;
        }

        private Optional<RecordSet> next() {
            return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
        }
    }

    /// {@return whether nothing differs}
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// {@return the names at which something differs}
    public Set<DomainName> names() {
        var names = new LinkedHashSet<DomainName>();
        changes.forEach(change -> names.add(change.set().owner()));
        return names;
    }

    /// {@return the records that only the older version has, those with another TTL included}
    public List<ResourceRecord> removed() {
        return changes.stream().flatMap(c -> only(c.before, c.after)).toList();
    }

    /// {@return the records that only the newer version has, those with another TTL included}
    public List<ResourceRecord> added() {
        return changes.stream().flatMap(c -> only(c.after, c.before)).toList();
    }

    private static Stream<ResourceRecord> only(
            Optional<RecordSet> here, Optional<RecordSet> there) {
        var elsewhere = Set.copyOf(there.map(RecordSet::records).orElse(List.of()));
        return here.stream()
                .flatMap(set -> set.records().stream())
                .filter(r -> !elsewhere.contains(r));
    }
}
