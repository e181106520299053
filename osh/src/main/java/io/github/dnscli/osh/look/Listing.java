package io.github.dnscli.osh.look;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// The names of a part of a zone.
///
/// @param top the name that the part begins with
/// @param entries in canonical order
record Listing(DomainName top, List<Entry> entries) {

    /// A name.
    ///
    /// @param name the name
    /// @param sets its records, of the types wanted; none if only names below it have some
    /// @param below how many names below it have records and are not listed themselves
    record Entry(DomainName name, List<RecordSet> sets, long below) {}

    /// A name as it is found out about.
    private static final class Counted {
        private final ArrayList<RecordSet> sets = new ArrayList<>();
        private final HashSet<DomainName> below = new HashSet<>();
    }

    /// {@return the names at and below one}
    ///
    /// @param all whether all of them are listed, not just one level
    /// @param types of which types; none for all
    static Listing of(Zone zone, DomainName top, boolean all, Set<RecordType> types) {
        var found = new TreeMap<DomainName, Counted>();
        zone.recordSets()
                .filter(set -> set.owner().isAtOrBelow(top))
                .filter(set -> types.isEmpty() || types.contains(set.type()))
                .forEach(
                        set -> {
                            var name = listed(set.owner(), top, all);
                            var counted = found.computeIfAbsent(name, _ -> new Counted());
                            if (name.equals(set.owner())) {
                                counted.sets.add(set);
                            } else {
                                counted.below.add(set.owner());
                            }
                        });
        return new Listing(
                top,
                found.entrySet().stream()
                        .map(
                                e ->
                                        new Entry(
                                                e.getKey(),
                                                List.copyOf(e.getValue().sets),
                                                e.getValue().below.size()))
                        .toList());
    }

    private static DomainName listed(DomainName owner, DomainName top, boolean all) {
        return all ? owner : owner.suffix(Math.min(owner.labelCount(), top.labelCount() + 1));
    }
}
