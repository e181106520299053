package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.NameServerBuilder;
import io.github.dnscli.server.state.PortMap;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Keys, zones, servers and settings for the tests here.
final class Stage {

    static final TsigKey KEY = key("certifier._update.example");

    /// Longer than anything here takes.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    static final DomainName WWW = DomainName.of("www.example");
    static final DomainName CHALLENGE = DomainName.of("_acme-challenge.www.example");

    private Stage() {}

    static TsigKey key(String name) {
        return key(name, "a secret of thirty-two octets it is");
    }

    static TsigKey key(String name, String secret) {
        return new TsigKey(
                DomainName.of(name),
                TsigAlgorithm.SHA256,
                secret.getBytes(StandardCharsets.US_ASCII));
    }

    /// {@return a zone with an SOA record, an NS record for `ns1` at 127.0.0.1, and records written `OWNER TYPE DATA`}
    static Zone zone(String origin, String... records) {
        return bareZone(
                origin,
                Stream.concat(
                                Stream.of(
                                        "%1$s NS ns1.%1$s".formatted(origin),
                                        "ns1.%s A 127.0.0.1".formatted(origin)),
                                Stream.of(records))
                        .toArray(String[]::new));
    }

    /// {@return a zone with an SOA record, and records written `OWNER TYPE DATA`}
    static Zone bareZone(String origin, String... records) {
        var all = new ArrayList<ResourceRecord>();
        all.add(record("%1$s SOA ns1.%1$s h.%1$s 1 60 60 3600 60".formatted(origin)));
        Stream.of(records).map(Stage::record).forEach(all::add);
        return Zone.of(DomainName.of(origin), all);
    }

    private static ResourceRecord record(String line) {
        var words = line.split(" ", 3);
        return ResourceRecord.of(words[0], 60, RecordType.parse(words[1]).orElseThrow(), words[2]);
    }

    static NameServerBuilder serving(Zone... zones) {
        var builder = NameServer.builder();
        Stream.of(zones).forEach(builder::zone);
        return builder;
    }

    static ServerAddress address(NameServer server) {
        var socket = server.addresses().getFirst();
        return new ServerAddress(socket.getAddress(), socket.getPort());
    }

    static PrimaryServer primary(NameServer server, TsigKey key) {
        return primary(address(server), key, PATIENCE);
    }

    static PrimaryServer primary(ServerAddress server, TsigKey key, Duration timeout) {
        return new PrimaryServer(
                Transport.TCP, server, key, timeout, InstantSource.system(), new Random());
    }

    /// {@return settings without resolvers, in which name servers are not watched}
    static DnsSettings settings(PrimaryServer... servers) {
        return new DnsSettings(
                List.of(servers), Optional.empty(), List.of(), PortMap.NONE, Optional.empty());
    }

    static DnsSettings asking(DnsSettings settings, ServerAddress... resolvers) {
        return new DnsSettings(
                settings.servers(),
                settings.zone(),
                List.of(resolvers),
                settings.nameServerPorts(),
                settings.propagation());
    }

    static DnsSettings inZone(DnsSettings settings, String zone) {
        return new DnsSettings(
                settings.servers(),
                Optional.of(DomainName.of(zone)),
                settings.resolvers(),
                settings.nameServerPorts(),
                settings.propagation());
    }

    static DnsSettings watching(DnsSettings settings, PortMap ports, Duration propagation) {
        return new DnsSettings(
                settings.servers(),
                settings.zone(),
                settings.resolvers(),
                ports,
                Optional.of(propagation));
    }

    static DnsSolver solver(DnsSettings settings) {
        return solver(settings, new MemoryStore());
    }

    static DnsSolver solver(DnsSettings settings, StateStore store) {
        return new DnsSolver(
                settings, store, Transport.udpThenTcp(), InstantSource.system(), new Random());
    }

    static DnsSolver solver(DnsSettings settings, Transport transport) {
        return new DnsSolver(
                settings, new MemoryStore(), transport, InstantSource.system(), new Random());
    }

    static Proof proof(String name, String value) {
        return new Proof(DomainName.of(name), value);
    }

    static Instant soon() {
        return Instant.now().plus(PATIENCE);
    }

    /// {@return the texts a server has at a name, sorted}
    static List<String> texts(ServerAddress server, DomainName name) throws IOException {
        try (var exchange =
                Exchange.open(
                        Transport.TCP, server, PATIENCE, InstantSource.system(), new Random())) {
            return switch (exchange.ask(Query.of(name, RecordType.TXT))) {
                case Reply.Accepted(var message) ->
                        message.answers(RecordType.TXT).stream()
                                .flatMap(record -> record.data().stream())
                                .map(RecordData::text)
                                .map(text -> text.replace("\"", ""))
                                .sorted()
                                .toList();
                case Reply.Failed failed -> throw new AssertionError(failed.problem());
            };
        }
    }

    static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
