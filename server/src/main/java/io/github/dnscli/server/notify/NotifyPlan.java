package io.github.dnscli.server.notify;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Addresses;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.NotifyTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is told of a change of a zone.
///
/// @param targets told of every zone
/// @param nameServerPort the port of the name servers that zones name; 0 leaves them out
public record NotifyPlan(List<NotifyTarget> targets, int nameServerPort) {

    /// Copies the targets.
    public NotifyPlan {
        targets = List.copyOf(targets);
    }

    /// {@return who is told of a change of a zone}
    public List<NotifyTarget> targetsFor(Zone zone) {
        return Stream.concat(targets.stream(), nameServers(zone)).distinct().toList();
    }

    /// RFC 1996 §2: the NS set of the zone, without the primary.
    private Stream<NotifyTarget> nameServers(Zone zone) {
        if (nameServerPort == 0) {
            return Stream.empty();
        }
        var primary = zone.soa().orElseThrow().primary();
        return zone.recordSet(zone.origin(), RecordType.NS).stream()
                .flatMap(set -> set.data().stream())
                .flatMap(data -> data.target().stream())
                .filter(host -> !host.equals(primary))
                .flatMap(host -> addresses(zone, host));
    }

    private Stream<NotifyTarget> addresses(Zone zone, DomainName host) {
        return zone.recordSetsAt(host).stream()
                .filter(
                        set ->
                                set.type().equals(RecordType.A)
                                        || set.type().equals(RecordType.AAAA))
                .flatMap(set -> set.data().stream())
                .map(data -> new ServerAddress(Addresses.of(data), nameServerPort))
                .map(server -> new NotifyTarget(server, Optional.empty()));
    }
}
