package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Lookup;
import io.github.dnscli.common.zone.Zone;

/// What a zone knows of a host that a record points to.
enum HostState {
    /// It has an address.
    ADDRESS,
    /// It is an alias, or lies in a subtree that is one.
    ALIAS,
    /// It is in the zone and has no address.
    NO_ADDRESS,
    /// Other servers know: it lies outside the zone or below a cut.
    ELSEWHERE;

    static HostState of(Zone zone, DomainName host) {
        if (!host.isAtOrBelow(zone.origin())) {
            return ELSEWHERE;
        }
        return switch (zone.lookup(host, RecordType.A)) {
            case Lookup.Found _ -> ADDRESS;
            case Lookup.Alias _, Lookup.SubtreeAlias _ -> ALIAS;
            case Lookup.Delegated _ -> ELSEWHERE;
            case Lookup.NoName _ -> NO_ADDRESS;
            case Lookup.NoData _ ->
                    zone.lookup(host, RecordType.AAAA) instanceof Lookup.Found
                            ? ADDRESS
                            : NO_ADDRESS;
        };
    }
}
