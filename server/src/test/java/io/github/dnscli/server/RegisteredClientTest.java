package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.MacPolicy;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.NotifyEvent;
import io.github.dnscli.server.event.NotifyEvent.End;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.state.ConnectionLimits;
import io.github.dnscli.server.state.Limits;
import io.github.dnscli.server.state.NotifySettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Clients that are told of changes on the connection they opened.
class RegisteredClientTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final TsigKey ROOT_KEY = Ask.key("x.127.0.0.1._transfer");
    private static final TsigKey ZONE_KEY = Ask.key("x.127.0.0.1._transfer.example.com");
    private static final NotifySettings SETTINGS =
            NotifySettings.DEFAULT.withTimes(
                    Duration.ofSeconds(20), List.of(Duration.ofMillis(10)));

    private final BlockingQueue<NotifyEvent> ends = new LinkedBlockingQueue<>();

    private static Zone zone(String origin, int serial) {
        return ZoneText.zone(
                origin,
                """
                $TTL 60
                @   SOA ns1 admin %d 7200 900 1209600 300
                @   NS  ns1
                ns1 A   127.0.0.1
                """
                        .formatted(serial));
    }

    private NameServerBuilder builder() {
        return NameServer.builder()
                .zone(zone("example.com", 1))
                .key(ROOT_KEY)
                .key(ZONE_KEY)
                .notifySettings(SETTINGS)
                .listener(
                        new ServerListener() {
                            @Override
                            public void told(NotifyEvent news) {
                                ends.add(news);
                            }
                        });
    }

    private NotifyEvent end() throws InterruptedException {
        return Optional.ofNullable(ends.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }

    private static Message register(RawClient client, String zone, TsigKey key) throws IOException {
        var query = MessageCodec.encode(Ask.query(zone, RecordType.SOA));
        return client.send(Signer.sign(query, key, Instant.now()).wire()).receive();
    }

    private static Serial serial(Message news) {
        return Soa.of(news.answers(RecordType.SOA).getFirst().data().orElseThrow()).serial();
    }

    /// Takes news and answers it, signed.
    private static Message takeNews(RawClient client, TsigKey key) throws IOException {
        byte[] octets = client.receiveOctets();
        if (!(MessageCodec.decode(octets) instanceof Decoded.Valid news)) {
            throw new AssertionError("garbled");
        }
        assertThat(news.message().opcode()).isEqualTo(Opcode.NOTIFY);
        var verified =
                Verifier.request(
                        octets, news, _ -> Optional.of(key), MacPolicy.DEFAULT, Instant.now());
        assertThat(verified).isInstanceOf(Verified.Good.class);
        byte[] reply = MessageCodec.encode(news.message().reply(Rcode.NOERROR));
        client.send(
                Signer.reply(reply, key, ((Verified.Good) verified).mac(), Instant.now()).wire());
        return news.message();
    }

    @Test
    void isToldOfEachChangeOfItsZone() throws Exception {
        try (var server = builder().start();
                var client = new RawClient(server.port())) {
            assertThat(register(client, "example.com", ZONE_KEY).rcode()).isEqualTo(Rcode.NOERROR);
            assertThat(server.metrics().connections().registered()).isEqualTo(1);
            for (int serial = 2; serial < 5; serial++) {
                var changed = zone("example.com", serial);
                server.change(state -> state.with(changed));
                assertThat(serial(takeNews(client, ZONE_KEY))).isEqualTo(new Serial(serial));
                assertThat(end().end()).isInstanceOf(End.Delivered.class);
            }
        }
    }

    @Test
    void ofAllZonesIsToldOfEachAtOnceAndOfThoseThatComeLater() throws Exception {
        try (var server = builder().zone(zone("example.net", 3)).start();
                var client = new RawClient(server.port())) {
            assertThat(register(client, ".", ROOT_KEY).rcode()).isEqualTo(Rcode.NOTAUTH);
            var told = new ArrayList<DomainName>();
            told.add(takeNews(client, ROOT_KEY).question().orElseThrow().name());
            told.add(takeNews(client, ROOT_KEY).question().orElseThrow().name());
            assertThat(told).containsExactlyInAnyOrder(ORIGIN, DomainName.of("example.net"));
            server.change(state -> state.with(zone("example.org", 8)));
            var later = takeNews(client, ROOT_KEY);
            assertThat(later.question().orElseThrow().name()).hasToString("example.org.");
            assertThat(serial(later)).isEqualTo(new Serial(8));
            server.change(state -> state.without(ORIGIN));
            var gone = takeNews(client, ROOT_KEY);
            assertThat(gone.question().orElseThrow().name()).isEqualTo(ORIGIN);
            assertThat(serial(gone)).isEqualTo(new Serial(2));
        }
    }

    @Test
    void isNotToldOfOtherZonesNorOnceItsKeyIsGone() throws Exception {
        try (var server = builder().zone(zone("example.net", 3)).start();
                var client = new RawClient(server.port())) {
            register(client, "example.com", ZONE_KEY);
            server.change(state -> state.with(zone("example.net", 4)));
            server.change(state -> state.with(zone("example.com", 2)));
            assertThat(takeNews(client, ZONE_KEY).question().orElseThrow().name())
                    .isEqualTo(ORIGIN);
            end();
            server.change(state -> state.withKeys(List.of(ROOT_KEY)));
            server.change(state -> state.with(zone("example.com", 3)));
            assertThat(client.send(Ask.query("example.com", RecordType.A)).receive().opcode())
                    .isEqualTo(Opcode.QUERY);
            assertThat(ends).isEmpty();
        }
    }

    @Test
    void isStillAnsweredWhatItAsks() throws Exception {
        try (var server = builder().start();
                var client = new RawClient(server.port())) {
            register(client, "example.com", ZONE_KEY);
            server.change(state -> state.with(zone("example.com", 2)));
            takeNews(client, ZONE_KEY);
            var reply = client.send(Ask.query("ns1.example.com", RecordType.A)).receive();
            assertThat(reply.answers()).hasSize(1);
        }
    }

    @Test
    void isForgottenWhenItGoes() throws Exception {
        try (var server = builder().start()) {
            try (var client = new RawClient(server.port())) {
                register(client, "example.com", ZONE_KEY);
                server.change(state -> state.with(zone("example.com", 2)));
                client.receive();
            }
            assertThat(end().end()).isInstanceOf(End.GivenUp.class);
            Eventually.isTrue("gone", () -> server.metrics().connections().registered() == 0);
            server.change(state -> state.with(zone("example.com", 3)));
            assertThat(ends).isEmpty();
        }
    }

    @Test
    void staysWhileOthersMustGo() throws Exception {
        var limits =
                ConnectionLimits.DEFAULT
                        .withNumbers(2, 2)
                        .withIdle(Duration.ofSeconds(1), Duration.ofMinutes(5));
        try (var server = builder().limits(Limits.DEFAULT.with(limits)).start();
                var client = new RawClient(server.port());
                var idle = new RawClient(server.port())) {
            register(client, "example.com", ZONE_KEY);
            assertThat(idle.drain()).isZero();
            server.change(state -> state.with(zone("example.com", 2)));
            assertThat(serial(takeNews(client, ZONE_KEY))).isEqualTo(new Serial(2));
        }
    }

    @Test
    void isOneOfAFew() throws Exception {
        var limits = Limits.DEFAULT.with(ConnectionLimits.DEFAULT.withRegistered(1));
        try (var server = builder().limits(limits).start();
                var first = new RawClient(server.port());
                var second = new RawClient(server.port())) {
            register(first, "example.com", ZONE_KEY);
            assertThat(register(second, "example.com", ZONE_KEY).rcode()).isEqualTo(Rcode.NOERROR);
            assertThat(server.metrics().connections().registered()).isEqualTo(1);
        }
    }
}
