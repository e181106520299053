package io.github.dnscli.server.state;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.common.zone.ZoneHistory;
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
/// @param histories how the zones came to be what they are, by origin, as far as that is kept
public record ServerState(
        Map<DomainName, Zone> zones,
        Map<DomainName, Set<InetAddress>> secondaries,
        Map<DomainName, TsigKey> keys,
        KeyRights rights,
        Settings settings,
        Map<DomainName, ZoneHistory> histories) {

    /// A server that serves nothing.
    public static final ServerState EMPTY =
            new ServerState(
                    Map.of(), Map.of(), Map.of(), KeyRights.BY_NAME, Settings.DEFAULT, Map.of());

    /// Copies the maps.
    public ServerState {
        zones = Map.copyOf(zones);
        secondaries = Map.copyOf(secondaries);
        keys = Map.copyOf(keys);
        histories = Map.copyOf(histories);
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

    /// {@return how a zone came to be what it is, as far as that is kept}
    public ZoneHistory history(DomainName origin) {
        return histories.getOrDefault(origin, ZoneHistory.NONE);
    }

    /// {@return the state with a zone added, or put in place of the one of its name}. What differs between the two is
    /// found out, and remembered if the serial is newer and it is not too much.
    ///
    /// @throws IllegalArgumentException if the zone has no SOA record
    public ServerState with(Zone zone) {
        int most = settings.transfers().history();
        return with(
                zone,
                zone(zone.origin())
                        .filter(_ -> most > 0)
                        .flatMap(old -> ZoneDiff.between(old, zone, most)));
    }

    /// {@return the state after a change}
    public ServerState with(ZoneChange change) {
        return with(change.after(), change.diff());
    }

    /// {@return the state with a zone put in place of the one of its name}
    ///
    /// @param diff what differs between the two
    /// @throws IllegalArgumentException if the zone has no SOA record
    public ServerState with(Zone zone, ZoneDiff diff) {
        return with(zone, Optional.of(diff));
    }

    private ServerState with(Zone zone, Optional<ZoneDiff> diff) {
        if (zone.soa().isEmpty()) {
            throw new IllegalArgumentException(
                    "zone " + zone.origin() + " has no SOA record and cannot be served");
        }
        var more = new HashMap<>(zones);
        more.put(zone.origin(), zone);
        return withZones(more, remembering(zone, diff));
    }

    /// A zone that changes without a newer serial has no past: nobody could tell which version a serial means.
    private Map<DomainName, ZoneHistory> remembering(Zone zone, Optional<ZoneDiff> diff) {
        var history = history(zone.origin());
        int names = zone.nameCount();
        int limit = settings.transfers().history();
        int bound =
                names == 0
                        ? limit
                        : Math.min(limit, Math.max(TransferSettings.LEAST_HISTORY, names));
        var next =
                diff.filter(ZoneDiff::isEmpty).isPresent()
                        ? history
                        : diff.flatMap(ZoneHistory.Step::of)
                                .map(step -> history.and(step, bound))
                                .orElse(ZoneHistory.NONE);
        return next.equals(history) ? histories : withHistory(zone.origin(), next);
    }

    private Map<DomainName, ZoneHistory> withHistory(DomainName origin, ZoneHistory history) {
        var more = new HashMap<>(histories);
        more.put(origin, history);
        more.values().remove(ZoneHistory.NONE);
        return more;
    }

    /// {@return the state that knows but one thing of a zone's past}
    ///
    /// @param step leads to the zone as it is
    public ServerState recalling(DomainName origin, ZoneHistory.Step step) {
        var history = ZoneHistory.NONE.and(step, Integer.MAX_VALUE);
        return withZones(zones, withHistory(origin, history));
    }

    /// {@return the state without a zone}
    public ServerState without(DomainName origin) {
        var fewer = new HashMap<>(zones);
        fewer.remove(origin);
        return withZones(fewer, withHistory(origin, ZoneHistory.NONE));
    }

    private ServerState withZones(
            Map<DomainName, Zone> others, Map<DomainName, ZoneHistory> pasts) {
        return new ServerState(others, secondaries, keys, rights, settings, pasts);
    }

    /// {@return the state in which a zone comes from elsewhere}
    ///
    /// @param origin the zone's name
    /// @param primaries whence
    public ServerState withSecondary(DomainName origin, Set<InetAddress> primaries) {
        var more = new HashMap<>(secondaries);
        more.put(origin, Set.copyOf(primaries));
        return new ServerState(zones, more, keys, rights, settings, histories);
    }

    /// {@return the state in which a zone is served no more, and comes from nowhere}
    public ServerState withoutSecondary(DomainName origin) {
        var fewer = new HashMap<>(secondaries);
        fewer.remove(origin);
        return new ServerState(zones, fewer, keys, rights, settings, histories).without(origin);
    }

    /// {@return the state with these keys and no others}
    public ServerState withKeys(Collection<TsigKey> others) {
        var byName = new HashMap<DomainName, TsigKey>();
        others.forEach(key -> byName.put(key.name(), key));
        return new ServerState(zones, secondaries, byName, rights, settings, histories);
    }

    /// {@return the state with other rights}
    public ServerState withRights(KeyRights others) {
        return new ServerState(zones, secondaries, keys, others, settings, histories);
    }

    /// {@return the state with other settings}
    public ServerState withSettings(Settings others) {
        return new ServerState(zones, secondaries, keys, rights, others, histories);
    }
}
