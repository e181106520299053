package io.github.dnscli.server.secondary;

import io.github.dnscli.common.key.TransferKeyName;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A zone that comes from other servers.
///
/// @param origin the zone's name
/// @param primaries where it comes from; at least one, tried in turn
/// @param key signs what they are asked, and must sign what they answer; empty to do without
/// @param hidden whether the primaries cannot reach this server, so that it keeps a connection to each, for all zones with
///     the same key, on which it is told of changes; wants a key
/// @param discovered whether a primary named it, and not the operator: it is given up when that primary no longer has it
public record SecondaryZone(
        DomainName origin,
        List<ServerAddress> primaries,
        Optional<TsigKey> key,
        boolean hidden,
        boolean discovered) {

    /// Copies the primaries.
    ///
    /// @throws IllegalArgumentException if there is none, or the zone is hidden without a key
    public SecondaryZone {
        primaries = List.copyOf(primaries);
        if (primaries.isEmpty()) {
            throw new IllegalArgumentException("zone '" + origin.display() + "' has no primary");
        }
        if (hidden && key.isEmpty()) {
            throw new IllegalArgumentException(
                    "a hidden secondary of zone '" + origin.display() + "' wants a key");
        }
    }

    /// {@return a zone that comes from these servers, unsigned}
    public static SecondaryZone of(DomainName origin, ServerAddress... primaries) {
        return new SecondaryZone(origin, List.of(primaries), Optional.empty(), false, false);
    }

    /// {@return the zone that a transfer key's name speaks of, which also says whence it comes, and whether this server is
    /// hidden}; empty when the name says no primary, or speaks of all zones of one: see [Discovery#of]
    ///
    /// @param port where the primary listens
    public static Optional<SecondaryZone> of(TsigKey key, int port) {
        return TransferKeyName.of(key.name())
                .filter(said -> said.primary().isPresent() && !said.zone().isRoot())
                .map(
                        said ->
                                new SecondaryZone(
                                        said.zone(),
                                        List.of(
                                                new ServerAddress(
                                                        said.primary().orElseThrow(), port)),
                                        Optional.of(key),
                                        said.secondary().isEmpty(),
                                        false));
    }

    /// {@return the same, signed with a key}
    public SecondaryZone signedWith(TsigKey other) {
        return new SecondaryZone(origin, primaries, Optional.of(other), hidden, discovered);
    }

    /// {@return the same for a server that the primaries cannot reach}
    ///
    /// @throws IllegalArgumentException if there is no key
    public SecondaryZone fromBehindNat() {
        return new SecondaryZone(origin, primaries, key, true, discovered);
    }

    SecondaryZone asDiscovered() {
        return new SecondaryZone(origin, primaries, key, hidden, true);
    }

    Set<InetAddress> addresses() {
        return primaries.stream().map(ServerAddress::address).collect(Collectors.toSet());
    }
}
