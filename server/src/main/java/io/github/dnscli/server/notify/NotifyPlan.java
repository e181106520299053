package io.github.dnscli.server.notify;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Addresses;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.NotifyTarget;
import io.github.dnscli.server.state.PortMap;
import io.github.dnscli.server.state.ServerState;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which servers are told of a change of a zone: its name servers, those that the names of keys name, and those that the
/// operator names. A later source says better than an earlier one which key a server expects.
///
/// @param targets those that the operator names
/// @param ports where the others listen
/// @param own where this server itself listens, which is never told
public record NotifyPlan(List<NotifyTarget> targets, PortMap ports, Set<ServerAddress> own) {

    /// Copies the targets.
    public NotifyPlan {
        targets = List.copyOf(targets);
        own = Set.copyOf(own);
    }

    /// {@return the servers that are told of a zone, with the key that signs what each is told}
    ///
    /// @param state what is served
    /// @param zone one of its zones
    /// @param secondaries those that the names of keys name
    /// @param clients keys that clients at some addresses hold, who asked to be told; name servers at these addresses
    ///     will hold them too
    Map<ServerAddress, Optional<TsigKey>> recipients(
            ServerState state,
            Zone zone,
            KeyedSecondaries secondaries,
            Map<InetAddress, TsigKey> clients) {
        var byServer = new LinkedHashMap<ServerAddress, Optional<TsigKey>>();
        nameServers(state, zone)
                .forEach(
                        server ->
                                byServer.put(
                                        server,
                                        Optional.ofNullable(clients.get(server.address()))));
        secondaries
                .of(zone.origin())
                .forEach((server, key) -> byServer.put(server, Optional.of(key)));
        targets.stream()
                .filter(target -> target.zone().filter(z -> !z.equals(zone.origin())).isEmpty())
                .forEach(target -> byServer.put(target.server(), target.key()));
        byServer.keySet().removeAll(own);
        return byServer;
    }

    /// RFC 1996 §2: the NS set of the zone, without the primary.
    private Stream<ServerAddress> nameServers(ServerState state, Zone zone) {
        if (ports.equals(PortMap.NONE)) {
            return Stream.empty();
        }
        var primary = zone.soa().orElseThrow().primary();
        return zone.recordSet(zone.origin(), RecordType.NS).stream()
                .flatMap(set -> set.data().stream())
                .flatMap(data -> data.target().stream())
                .filter(host -> !host.equals(primary))
                .flatMap(host -> addresses(state, host))
                .distinct()
                .flatMap(address -> ports.server(address).stream());
    }

    /// All zones at or above the host may know its addresses: one as its own, the others as glue.
    private static Stream<InetAddress> addresses(ServerState state, DomainName host) {
        return IntStream.rangeClosed(0, host.labelCount())
                .mapToObj(host::suffix)
                .flatMap(origin -> state.zone(origin).stream())
                .flatMap(zone -> zone.recordSetsAt(host).stream())
                .filter(NotifyPlan::holdsAddresses)
                .flatMap(set -> set.data().stream())
                .map(Addresses::of);
    }

    private static boolean holdsAddresses(RecordSet set) {
        return set.type().equals(RecordType.A) || set.type().equals(RecordType.AAAA);
    }
}
