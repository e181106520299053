package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Walks the names of a zone in canonical order and knows at each how it stands: whatever ends the zone's authority stands
/// before what lies below it.
final class NameWalk implements Iterator<NameStanding> {

    private final DomainName origin;
    private final Iterator<RecordSet> rest;
    private Optional<RecordSet> ahead;
    private Optional<DomainName> barrier = Optional.empty();

    private NameWalk(Zone zone) {
        origin = zone.origin();
        rest = zone.recordSets().iterator();
        ahead = step();
    }

    /// {@return the names that are to be judged; of those that a change has touched, also some without records}
    static Iterator<NameStanding> of(Zone zone, Scope scope) {
        return switch (scope) {
            case Scope.Whole _ -> new NameWalk(zone);
            case Scope.Touched(var names) ->
                    names.stream().sorted().map(name -> NameStanding.at(zone, name)).iterator();
        };
    }

    private Optional<RecordSet> step() {
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent();
    }

    @Override
    public NameStanding next() {
        var sets = new ArrayList<RecordSet>(4);
        var name = ahead.orElseThrow(NoSuchElementException::new).owner();
        while (ahead.isPresent() && ahead.get().owner().equals(name)) {
            sets.add(ahead.get());
            ahead = step();
        }
        return standing(name, sets);
    }

    private NameStanding standing(DomainName name, List<RecordSet> sets) {
        if (barrier.isPresent() && name.isBelow(barrier.get())) {
            return new NameStanding(name, sets, barrier);
        }
        boolean isDelegated = !name.equals(origin) && has(sets, RecordType.NS);
        barrier = isDelegated || has(sets, RecordType.DNAME) ? Optional.of(name) : Optional.empty();
        return new NameStanding(name, sets, isDelegated ? barrier : Optional.empty());
    }

    private static boolean has(List<RecordSet> sets, RecordType type) {
        for (var set : sets) {
            if (set.type().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
