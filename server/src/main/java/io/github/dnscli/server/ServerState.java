package io.github.dnscli.server;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// All that answers depend on: an immutable value, replaced as a whole.
///
/// @param zones the zones served, by origin; each has an SOA record
/// @param keys the keys known, by name
/// @param rights who may do what
/// @param openTransfers whether anybody may fetch whole zones
public record ServerState(
        Map<DomainName, Zone> zones,
        Map<DomainName, TsigKey> keys,
        KeyRights rights,
        boolean openTransfers) {

    /// A server that serves nothing.
    public static final ServerState EMPTY =
            new ServerState(Map.of(), Map.of(), KeyRights.BY_NAME, false);

    /// Copies the maps.
    public ServerState {
        zones = Map.copyOf(zones);
        keys = Map.copyOf(keys);
    }

    /// {@return the zone a name belongs to: the one with the longest origin at or above it}
    public Optional<Zone> zoneOf(DomainName name) {
        for (int labels = name.labelCount(); labels >= 0; labels--) {
            var zone = zones.get(name.suffix(labels));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    /// {@return the zone of exactly this name}
    public Optional<Zone> zone(DomainName origin) {
        return Optional.ofNullable(zones.get(origin));
    }

    /// {@return the key of a name}
    public Optional<TsigKey> key(DomainName name) {
        return Optional.ofNullable(keys.get(name));
    }

    /// {@return the state with a zone added, or put in place of the one of its name}
    ///
    /// @throws IllegalArgumentException if the zone has no SOA record
    public ServerState with(Zone zone) {
        if (zone.soa().isEmpty()) {
            throw new IllegalArgumentException(
                    "zone " + zone.origin() + " has no SOA record and cannot be served");
        }
        var more = new HashMap<>(zones);
        more.put(zone.origin(), zone);
        return new ServerState(more, keys, rights, openTransfers);
    }

    /// {@return the state without a zone}
    public ServerState without(DomainName origin) {
        var fewer = new HashMap<>(zones);
        fewer.remove(origin);
        return new ServerState(fewer, keys, rights, openTransfers);
    }

    /// {@return the state with these keys and no others}
    public ServerState withKeys(Collection<TsigKey> others) {
        var byName = new HashMap<DomainName, TsigKey>();
        others.forEach(key -> byName.put(key.name(), key));
        return new ServerState(zones, byName, rights, openTransfers);
    }

    /// {@return the state with other rights}
    public ServerState withRights(KeyRights others) {
        return new ServerState(zones, keys, others, openTransfers);
    }

    /// {@return the state in which anybody may fetch whole zones, or only who has the right}
    public ServerState withOpenTransfers(boolean open) {
        return new ServerState(zones, keys, rights, open);
    }
}
