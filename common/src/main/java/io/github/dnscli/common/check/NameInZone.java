package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneName;
import java.util.List;
import java.util.Optional;

/// One name of a zone as the rules look at it: what stands there, and what stands above. What is asked for is found once.
public final class NameInZone {

    private final Zone zone;
    private final ZoneName at;
    private List<RecordSet> sets = List.of();

    /// Makes a view of a name that has records, or had some before a change.
    public NameInZone(Zone zone, DomainName name) {
        this(zone, zone.name(name));
    }

    NameInZone(Zone zone, ZoneName at) {
        this.zone = zone;
        this.at = at;
    }

    /// {@return the zone}
    public Zone zone() {
        return zone;
    }

    /// {@return the name}
    public DomainName name() {
        return at.name();
    }

    /// {@return whether a cut or a DNAME record may stand at or above it; if not, none does}
    boolean mayBeHidden() {
        return at.mayBeHidden();
    }

    /// {@return whether it is a host name, which costs less than to ask the name}
    public boolean isHostName() {
        return at.isHostName();
    }

    /// {@return whether it is the zone's own name}
    public boolean isApex() {
        return name().equals(zone.origin());
    }

    /// {@return all record sets at the name, in order of their types}
    public List<RecordSet> sets() {
        if (sets.isEmpty()) {
            sets = at.sets();
        }
        return sets;
    }

    /// {@return the types at the name, as [io.github.dnscli.common.record.TypeBits]}
    int types() {
        return at.types();
    }

    /// {@return the set of a type}
    public Optional<RecordSet> set(RecordType type) {
        if (sets.isEmpty()) {
            return at.set(type);
        }
        for (var set : sets) {
            if (set.type().equals(type)) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    /// {@return the topmost cut at or above the name, if there is one}
    public Optional<DomainName> cut() {
        return at.mayBeHidden() ? at.cut() : Optional.empty();
    }

    /// {@return the nearest name above this one, in the zone, that has a DNAME record}
    public Optional<DomainName> subtreeAlias() {
        return at.mayBeHidden() ? at.subtreeAlias() : Optional.empty();
    }
}
