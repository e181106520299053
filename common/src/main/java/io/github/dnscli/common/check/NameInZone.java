package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Optional;

/// One name of a zone as the rules look at it: what stands there, and what stands above.
public final class NameInZone {

    private final Zone zone;
    private final DomainName name;
    private final List<RecordSet> sets;

    /// Makes a view of a name that has records, or had some before a change.
    public NameInZone(Zone zone, DomainName name) {
        this.zone = zone;
        this.name = name;
        this.sets = zone.recordSetsAt(name);
    }

    /// {@return the zone}
    public Zone zone() {
        return zone;
    }

    /// {@return the name}
    public DomainName name() {
        return name;
    }

    /// {@return whether it is the zone's own name}
    public boolean isApex() {
        return name.equals(zone.origin());
    }

    /// {@return all record sets at the name, in order of their types}
    public List<RecordSet> sets() {
        return sets;
    }

    /// {@return the set of a type}
    public Optional<RecordSet> set(RecordType type) {
        for (var set : sets) {
            if (set.type().equals(type)) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    /// {@return the topmost cut at or above the name, if there is one}
    public Optional<DomainName> cut() {
        return zone.cut(name);
    }

    /// {@return the nearest name above this one, in the zone, that has a DNAME record}
    public Optional<DomainName> subtreeAlias() {
        for (var above = name; above.isBelow(zone.origin()); ) {
            above = above.parent();
            if (zone.recordSet(above, RecordType.DNAME).isPresent()) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }
}
