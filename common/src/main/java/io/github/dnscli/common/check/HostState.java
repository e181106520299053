package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.TypeBits;
import io.github.dnscli.common.zone.Lookup;
import io.github.dnscli.common.zone.Zone;

/// What a zone knows of a host that a record points to.
enum HostState {
    /// It has an address, be it as glue.
    ADDRESS,
    /// It is an alias, or lies in a subtree that is one.
    ALIAS,
    /// It is in the zone and has no address.
    NO_ADDRESS,
    /// It lies at or below a cut, and no address is here.
    DELEGATED,
    /// It lies outside the zone.
    OUTSIDE;

    private static final int ADDRESSES =
            TypeBits.of(RecordType.A.value()) | TypeBits.of(RecordType.AAAA.value());

    static HostState of(Zone zone, DomainName host) {
        if (!host.isAtOrBelow(zone.origin())) {
            return OUTSIDE;
        }
        // Most hosts have addresses; only for the others the way down from the apex matters.
        return hasAddress(zone.types(host)) ? ADDRESS : ofOthers(zone, host);
    }

    private static HostState ofOthers(Zone zone, DomainName host) {
        return switch (zone.lookup(host, RecordType.A)) {
            case Lookup.Found _ -> ADDRESS;
            case Lookup.Alias _, Lookup.SubtreeAlias _ -> ALIAS;
            case Lookup.Delegated _ -> DELEGATED;
            case Lookup.NoName _ -> NO_ADDRESS;
            case Lookup.NoData _ ->
                    zone.lookup(host, RecordType.AAAA) instanceof Lookup.Found
                            ? ADDRESS
                            : NO_ADDRESS;
        };
    }

    /// {@return whether an address is among the types at a name}
    static boolean hasAddress(int types) {
        return (types & ADDRESSES) != 0;
    }

    /// {@return whether there are addresses among the types at a name, and nothing else}
    static boolean hasAddressesOnly(int types) {
        return (types & ~ADDRESSES) == 0;
    }
}
