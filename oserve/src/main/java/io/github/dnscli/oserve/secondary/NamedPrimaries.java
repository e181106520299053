package io.github.dnscli.oserve.secondary;

import io.github.dnscli.common.key.KeyName;
import io.github.dnscli.common.key.TransferKeyName;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.secondary.Discovery;
import io.github.dnscli.server.secondary.SecondaryZone;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The primaries that a command line names, for zones that it names too, or that a key does, or that they do themselves.
///
/// @param servers where they listen; at least one
/// @param keys the names of the keys that are to sign, as far as the user says
/// @param zones the zones wanted from them; none if their key says it, or they do
/// @param hidden whether they cannot reach this server
record NamedPrimaries(
        List<ServerAddress> servers, Set<DomainName> keys, List<DomainName> zones, boolean hidden) {

    /// Copies the collections.
    NamedPrimaries {
        servers = List.copyOf(servers);
        keys = Set.copyOf(keys);
        zones = List.copyOf(zones);
    }

    /// {@return the zones wanted from them}
    ///
    /// @param known all keys there are
    /// @throws IllegalArgumentException if that makes no sense; the message is for people
    WantedZones wanted(List<TsigKey> known) {
        var signer = signer(known);
        require(signer.isPresent() || !hidden, "'--from-behind-nat' wants a key");
        var origins = zones.isEmpty() ? signer.map(NamedPrimaries::zone).orElse(List.of()) : zones;
        if (!origins.isEmpty()) {
            return new WantedZones(
                    origins.stream().map(origin -> zone(origin, signer)).toList(), List.of());
        }
        var key =
                signer.orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "'--primary' wants a '--zone', or a key for which it names its zones"));
        return new WantedZones(
                List.of(), servers.stream().map(server -> new Discovery(server, key)).toList());
    }

    private SecondaryZone zone(DomainName origin, Optional<TsigKey> signer) {
        return new SecondaryZone(origin, servers, signer, hidden, false);
    }

    /// What the key's name says after its operation; nothing for a key of the root, or one with a plain name.
    private static List<DomainName> zone(TsigKey key) {
        return KeyName.of(key.name())
                .map(KeyName::zone)
                .filter(zone -> !zone.isRoot())
                .map(List::of)
                .orElse(List.of());
    }

    /// Keys whose names say where zones come from are for those; of the others, the only one will be meant.
    private Optional<TsigKey> signer(List<TsigKey> known) {
        var candidates =
                known.stream()
                        .filter(
                                key ->
                                        keys.isEmpty()
                                                ? !saysPrimary(key)
                                                : keys.contains(key.name()))
                        .toList();
        require(
                candidates.size() <= 1,
                "'--primary SERVER=KEYNAME' must say which key is meant; all primaries share one");
        require(
                keys.isEmpty() || !candidates.isEmpty(),
                "'--primary' names a key that '--keys' does not hold");
        return candidates.stream().findFirst();
    }

    private static boolean saysPrimary(TsigKey key) {
        return TransferKeyName.of(key.name()).flatMap(TransferKeyName::primary).isPresent();
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
