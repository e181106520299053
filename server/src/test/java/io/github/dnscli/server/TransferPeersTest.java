package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.TsigFault;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Transfers of a zone of several messages, one of them with a record of 60 KB, judged by the tools of others.
class TransferPeersTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final TsigKey SHA256 = key(TsigAlgorithm.SHA256);
    private static final TsigKey SHA512 = key(TsigAlgorithm.SHA512);
    private static final int HOSTS = 5000;
    private static final int RECORDS = HOSTS + 5;

    private static NameServer server;
    private static NameServer open;

    private static TsigKey key(TsigAlgorithm algorithm) {
        return new TsigKey(
                DomainName.of(algorithm + "._update.example.com"), algorithm, new byte[32]);
    }

    private static String text() {
        var text =
                new StringBuilder("@ 60 SOA ns admin 1 2 3 4 5\n@ 60 NS ns\nns 60 A 127.0.0.1\n");
        for (int i = 0; i < HOSTS; i++) {
            text.append("Host")
                    .append(i)
                    .append(" 60 TXT \"text of host ")
                    .append(i)
                    .append("\"\n");
        }
        return text.append("huge 60 TYPE65400 \\# 60000 ")
                .append("ab".repeat(60_000))
                .append("\nlast 60 MX 10 Host1\n")
                .toString();
    }

    /// Serial 2 has a host more, serial 3 another address for it.
    @BeforeAll
    static void start() throws IOException {
        server =
                NameServer.builder()
                        .zone(ZoneText.zone("example.com", text()))
                        .key(SHA256)
                        .key(SHA512)
                        .start();
        var host = DomainName.of("new.example.com");
        var first = ResourceRecord.of(host.toString(), 60, RecordType.A, "192.0.2.1");
        var second = ResourceRecord.of(host.toString(), 60, RecordType.A, "192.0.2.2");
        try (var exchange = exchange(server.port())) {
            assertThat(exchange.ask(Update.of(ZONE).add(first), SHA256))
                    .isInstanceOf(Reply.Accepted.class);
            assertThat(
                            exchange.ask(
                                    Update.of(ZONE).deleteSet(host, RecordType.A).add(second),
                                    SHA256))
                    .isInstanceOf(Reply.Accepted.class);
        }
        open = NameServer.builder().openTransfers().start();
        open.change(
                state ->
                        state.with(ZoneText.zone("example.com", text()))
                                .with(server.state().zone(ZONE).orElseThrow()));
    }

    @AfterAll
    static void stop() {
        server.close();
        open.close();
    }

    private static Exchange exchange(int port) throws IOException {
        return Exchange.open(
                Transport.TCP,
                new ServerAddress(InetAddress.getLoopbackAddress(), port),
                Duration.ofSeconds(20),
                InstantSource.system(),
                new Random(1));
    }

    private static Stream<Arguments> tools() {
        return Stream.of(
                Arguments.of(Peer.DIG, List.of("-y", Tool.spell(SHA256))),
                Arguments.of(Peer.DIG, List.of("-y", Tool.spell(SHA512))),
                Arguments.of(Peer.DIG, List.of()),
                Arguments.of(Peer.KDIG, List.of("-y", Tool.spell(SHA256))),
                Arguments.of(Peer.KDIG, List.of("-y", Tool.spell(SHA512))),
                Arguments.of(Peer.KDIG, List.of()));
    }

    private static Tool ask(Peer peer, List<String> key, String type) throws IOException {
        var arguments = new ArrayList<>(key);
        arguments.addAll(List.of("example.com", type));
        int port = key.isEmpty() ? open.port() : server.port();
        return Tool.ask(peer, port, arguments.toArray(String[]::new));
    }

    private static List<String> records(Tool tool) {
        return tool.output()
                .lines()
                .filter(line -> line.contains("\tIN\t"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();
    }

    private static void assertVerified(Tool tool) {
        assertThat(tool.output())
                .doesNotContain("Couldn't verify")
                .doesNotContain("could not be validated")
                .doesNotContain("WARNING")
                .doesNotContain("ailed");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyToolFetchesTheWholeZone(Peer peer, List<String> key) throws IOException {
        var tool = ask(peer, key, "AXFR");
        var records = records(tool);

        assertVerified(tool);
        assertThat(records).hasSize(RECORDS + 2);
        assertThat(records.getFirst()).isEqualTo(records.getLast()).contains("SOA");
        assertThat(records)
                .filteredOn(line -> line.startsWith("huge."))
                .singleElement()
                .asString()
                .hasSizeGreaterThan(120_000);
        assertThat(records).anyMatch(line -> line.contains("Host4999.example.com. 60 IN TXT"));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyToolFetchesTheDifferences(Peer peer, List<String> key) throws IOException {
        var since1 = ask(peer, key, "IXFR=1");
        assertVerified(since1);
        assertThat(records(since1))
                .satisfiesExactly(
                        line -> assertThat(line).contains(" SOA ").contains(" 3 2 3 4 5"),
                        line -> assertThat(line).contains(" SOA ").contains(" 1 2 3 4 5"),
                        line -> assertThat(line).contains(" SOA ").contains(" 3 2 3 4 5"),
                        line -> assertThat(line).isEqualTo("new.example.com. 60 IN A 192.0.2.2"),
                        line -> assertThat(line).contains(" SOA ").contains(" 3 2 3 4 5"));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyToolLearnsThatItIsUpToDate(Peer peer, List<String> key) throws IOException {
        for (var serial : List.of("3", "4")) {
            var tool = ask(peer, key, "IXFR=" + serial);
            assertVerified(tool);
            assertThat(records(tool)).singleElement().asString().contains(" 3 2 3 4 5");
        }
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyToolFetchesTheWholeZoneWhereTheDifferencesAreUnknown(Peer peer, List<String> key)
            throws IOException {
        var tool = ask(peer, key, "IXFR=4294967290");
        assertVerified(tool);
        assertThat(records(tool)).hasSize(RECORDS + 2);
    }

    private static byte[] unsigned(byte[] message) {
        var tsig = ((Decoded.Valid) MessageCodec.decode(message)).tsig().orElseThrow();
        byte[] bare = Arrays.copyOf(message, tsig.start());
        bare[11]--;
        return bare;
    }

    /// What an attacker does to the third message of the reply.
    enum Attack implements TransferRelay.Change {
        LEAVES_OUT,
        REPEATS,
        CHANGES,
        UNSIGNS_AND_CHANGES;

        @Override
        public List<byte[]> apply(int number, byte[] message) {
            if (number != 2) {
                return List.of(message);
            }
            return switch (this) {
                case LEAVES_OUT -> List.of();
                case REPEATS -> List.of(message, message);
                case CHANGES -> List.of(changed(message));
                case UNSIGNS_AND_CHANGES -> List.of(changed(unsigned(message)));
            };
        }

        private static byte[] changed(byte[] message) {
            byte[] other = message.clone();
            other[200] ^= 1;
            return other;
        }
    }

    /// kdig (3.2) shows the signatures of later messages and does not look at them, even when a message is changed.
    @ParameterizedTest
    @EnumSource
    void digSeesWhatIsMissingInTheMiddle(Attack attack) throws IOException {
        try (var relay = new TransferRelay(server.port(), attack)) {
            var key = Tool.spell(SHA256);
            var dig = Tool.ask(Peer.DIG, relay.port(), "-y", key, "example.com", "AXFR");
            assertThat(dig.output()).containsAnyOf("Couldn't verify", "not be validated");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ourClientSeesWhatIsMissingInTheMiddle(Attack attack) throws IOException {
        try (var relay = new TransferRelay(server.port(), attack);
                var exchange = exchange(relay.port())) {
            var failed = (TransferReply.Failed) exchange.transfer(Transfer.of(ZONE), SHA256);
            assertThat(failed.reply()).isInstanceOf(Reply.Unverified.class);
            assertThat(((Reply.Unverified) failed.reply()).fault())
                    .isInstanceOf(TsigFault.BadSignature.class);
        }
    }
}
