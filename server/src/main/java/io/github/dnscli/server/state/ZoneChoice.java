package io.github.dnscli.server.state;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;

/// Which zone has the say about a name, among those that are served and those that come from elsewhere.
public sealed interface ZoneChoice {

    /// It is here.
    ///
    /// @param zone the zone
    record Served(Zone zone) implements ZoneChoice {}

    /// It comes from elsewhere, and has not come or has expired.
    ///
    /// @param origin its name
    record Awaited(DomainName origin) implements ZoneChoice {}

    /// It is none of ours.
    record Foreign() implements ZoneChoice {}

    /// {@return the choice for a query}. The DS records of a zone are its parent's, if that is one of ours (RFC 4035 §3.1.4.1).
    static ZoneChoice of(ServerState state, DomainName name, RecordType type) {
        if (type.equals(RecordType.DS) && !name.isRoot()) {
            var parents = of(state, name.parent());
            return parents instanceof Foreign ? of(state, name) : parents;
        }
        return of(state, name);
    }

    /// {@return the choice for a name}: the zone with the longest origin at or above it
    static ZoneChoice of(ServerState state, DomainName name) {
        for (var at = name; ; at = at.parent()) {
            var zone = state.zones().get(at);
            if (zone != null) {
                return new Served(zone);
            }
            if (state.secondaries().containsKey(at)) {
                return new Awaited(at);
            }
            if (at.isRoot()) {
                return new Foreign();
            }
        }
    }
}
