package io.github.dnscli.server.state;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All that answers depend on: an immutable value, replaced as a whole.
///
/// @param zones the zones served, by origin; each has an SOA record
/// @param secondaries the zones that come from elsewhere, by origin, with the addresses of their primaries; one that is
///     not among the zones has not arrived yet, or has expired
/// @param keys the keys known, by name
/// @param rights who may do what
/// @param settings how to behave
public record ServerState(
        Map<DomainName, Zone> zones,
        Map<DomainName, Set<InetAddress>> secondaries,
        Map<DomainName, TsigKey> keys,
        KeyRights rights,
        Settings settings) {

    /// A server that serves nothing.
    public static final ServerState EMPTY =
            new ServerState(Map.of(), Map.of(), Map.of(), KeyRights.BY_NAME, Settings.DEFAULT);

    /// Copies the maps.
    public ServerState {
        zones = Map.copyOf(zones);
        secondaries = Map.copyOf(secondaries);
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
        return withZones(more);
    }

    /// {@return the state without a zone}
    public ServerState without(DomainName origin) {
        var fewer = new HashMap<>(zones);
        fewer.remove(origin);
        return withZones(fewer);
    }

    private ServerState withZones(Map<DomainName, Zone> others) {
        return new ServerState(others, secondaries, keys, rights, settings);
    }

    /// {@return the state in which a zone comes from elsewhere}
    ///
    /// @param origin the zone's name
    /// @param primaries whence
    public ServerState withSecondary(DomainName origin, Set<InetAddress> primaries) {
        var more = new HashMap<>(secondaries);
        more.put(origin, Set.copyOf(primaries));
        return new ServerState(zones, more, keys, rights, settings);
    }

    /// {@return the state in which a zone is served no more, and comes from nowhere}
    public ServerState withoutSecondary(DomainName origin) {
        var fewer = new HashMap<>(secondaries);
        fewer.remove(origin);
        return new ServerState(zones, fewer, keys, rights, settings).without(origin);
    }

    /// {@return the state with these keys and no others}
    public ServerState withKeys(Collection<TsigKey> others) {
        var byName = new HashMap<DomainName, TsigKey>();
        others.forEach(key -> byName.put(key.name(), key));
        return new ServerState(zones, secondaries, byName, rights, settings);
    }

    /// {@return the state with other rights}
    public ServerState withRights(KeyRights others) {
        return new ServerState(zones, secondaries, keys, others, settings);
    }

    /// {@return the state with other settings}
    public ServerState withSettings(Settings others) {
        return new ServerState(zones, secondaries, keys, rights, others);
    }
}
