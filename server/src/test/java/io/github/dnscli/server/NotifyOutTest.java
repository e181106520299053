package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.transport.Conversation;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.NotifyEvent;
import io.github.dnscli.server.event.NotifyEvent.End;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.state.NotifySettings;
import io.github.dnscli.server.state.NotifyTarget;
import io.github.dnscli.server.state.PortMap;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// News on its way out, over a way that is scripted, so that no packet leaves the test.
class NotifyOutTest {

    private static final Duration TICK = Duration.ofMillis(10);
    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final TsigKey KEY = Ask.key("k._update");
    private static final ServerAddress SECONDARY = server("192.0.2.53", 53);

    private final BlockingQueue<NotifyEvent> ends = new LinkedBlockingQueue<>();
    private final BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<ServerAddress> asked = new LinkedBlockingQueue<>();

    private static ServerAddress server(String address, int port) {
        return new ServerAddress(InetAddress.ofLiteral(address), port);
    }

    private static Zone zone(String origin, int serial) {
        return ZoneText.zone(
                origin,
                """
                $TTL 60
                @   SOA ns1 admin %d 7200 900 1209600 300
                @   NS  ns1
                @   NS  ns2
                ns1 A   192.0.2.1
                ns2 A   192.0.2.2
                """
                        .formatted(serial));
    }

    /// A way to servers that answer each message so, or not at all.
    private Transport answering(UnaryOperator<Optional<Message>> behaviour) {
        return (server, _) -> {
            asked.add(server);
            return new Conversation() {
                @Override
                public byte[] ask(byte[] request) throws IOException {
                    var message = decode(request);
                    heard.add(message);
                    return behaviour
                            .apply(Optional.of(message))
                            .map(MessageCodec::encode)
                            .orElseThrow(() -> new IOException("no reply from " + server));
                }

                @Override
                public byte[] next() throws IOException {
                    throw new IOException("no more");
                }

                @Override
                public void close() {}
            };
        };
    }

    private static Message decode(byte[] octets) {
        return switch (MessageCodec.decode(octets)) {
            case Decoded.Valid(var message, _) -> message;
            case Decoded.Malformed(_, var problem) -> throw new AssertionError(problem);
        };
    }

    private Transport accepting() {
        return answering(asked -> asked.map(message -> message.reply(Rcode.NOERROR)));
    }

    private Transport silent() {
        return answering(_ -> Optional.empty());
    }

    private NameServerBuilder builder(Transport transport, int pauses) {
        var between = IntStream.range(0, pauses).mapToObj(_ -> TICK).toList();
        return NameServer.builder()
                .key(KEY)
                .listener(
                        new ServerListener() {
                            @Override
                            public void told(NotifyEvent news) {
                                ends.add(news);
                            }
                        })
                .notifySettings(NotifySettings.DEFAULT.with(transport).withTimes(TICK, between));
    }

    private NotifyEvent end() throws InterruptedException {
        return Optional.ofNullable(ends.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }

    private static NotifyTarget target() {
        return new NotifyTarget(SECONDARY, Optional.empty());
    }

    private static Serial serial(Message news) {
        return Soa.of(news.answers(RecordType.SOA).getFirst().data().orElseThrow()).serial();
    }

    @Test
    void saysWhichZoneAndSerialAndThatItIsDelivered() throws Exception {
        try (var server =
                builder(accepting(), 3).zone(zone("example.com", 7)).notify(target()).start()) {
            var end = end();
            assertThat(end.end()).isInstanceOf(End.Delivered.class);
            assertThat(end.recipient()).isEqualTo("192.0.2.53:53");
            assertThat(end.serial()).isEqualTo(new Serial(7));
            var news = heard.remove();
            assertThat(news.opcode()).isEqualTo(Opcode.NOTIFY);
            assertThat(news.flags()).containsExactly(Flag.AA);
            assertThat(news.question().orElseThrow().name()).isEqualTo(ORIGIN);
            assertThat(serial(news)).isEqualTo(new Serial(7));
            assertThat(server.metrics().newsDelivered()).isEqualTo(1);
        }
    }

    @Test
    void isRepeatedUntilItIsAnswered() throws Exception {
        var attempts = new AtomicInteger();
        var late =
                answering(
                        asked ->
                                asked.filter(_ -> attempts.incrementAndGet() > 3)
                                        .map(message -> message.reply(Rcode.NOERROR)));
        try (var _ = builder(late, 5).zone(zone("example.com", 1)).notify(target()).start()) {
            assertThat(end().end()).isInstanceOf(End.Delivered.class);
            assertThat(heard).hasSize(4);
        }
    }

    @Test
    void isGivenUpAfterTheLastPause() throws Exception {
        try (var server =
                builder(silent(), 2).zone(zone("example.com", 1)).notify(target()).start()) {
            assertThat(end().end())
                    .isInstanceOfSatisfying(
                            End.GivenUp.class,
                            given -> assertThat(given.reason()).contains("no reply"));
            assertThat(heard).hasSize(3);
            assertThat(server.metrics().newsFailed()).isEqualTo(1);
        }
    }

    @Test
    void isNotRepeatedToOneThatRefusesIt() throws Exception {
        var refusing = answering(asked -> asked.map(message -> message.reply(Rcode.NOTAUTH)));
        try (var _ = builder(refusing, 5).zone(zone("example.com", 1)).notify(target()).start()) {
            assertThat(end().end())
                    .isInstanceOfSatisfying(
                            End.Refused.class,
                            refused -> assertThat(refused.reason()).contains("NOTAUTH"));
            assertThat(heard).hasSize(1);
        }
    }

    @Test
    void newerNewsReplacesWhatHasNotArrived() throws Exception {
        try (var server =
                builder(silent(), 20).zone(zone("example.com", 1)).notify(target()).start()) {
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isNotNull();
            server.change(state -> state.with(zone("example.com", 2)));
            assertThat(end().serial()).isEqualTo(new Serial(2));
            assertThat(ends).isEmpty();
        }
    }

    @Test
    void tellsOfChangedNewAndRemovedZonesAndOfNothingElse() throws Exception {
        try (var server =
                builder(accepting(), 1)
                        .zone(zone("example.com", 1))
                        .zone(zone("example.net", 1))
                        .notify(target())
                        .start()) {
            end();
            end();
            server.change(
                    state ->
                            state.with(zone("example.com", 5))
                                    .with(zone("example.org", 3))
                                    .with(zone("example.net", 1)));
            var told = List.of(end(), end());
            assertThat(told)
                    .extracting(event -> event.zone().toString())
                    .containsExactlyInAnyOrder("example.com.", "example.org.");
            server.change(state -> state.without(ORIGIN));
            var gone = end();
            assertThat(gone.zone()).isEqualTo(ORIGIN);
            assertThat(gone.serial()).isEqualTo(new Serial(6));
            assertThat(ends).isEmpty();
        }
    }

    @Test
    void aSecondaryZoneThatExpiresIsNotGone() throws Exception {
        try (var server =
                builder(accepting(), 1).zone(zone("example.com", 1)).notify(target()).start()) {
            end();
            var primary = Set.of(InetAddress.getLoopbackAddress());
            server.change(state -> state.withSecondary(ORIGIN, primary));
            server.change(state -> state.without(ORIGIN));
            server.change(state -> state.with(zone("example.net", 1)));
            assertThat(end().zone()).hasToString("example.net.");
        }
    }

    @Test
    void tellsOfUpdates() throws Exception {
        try (var server =
                        builder(accepting(), 1)
                                .zone(zone("example.com", 1))
                                .notify(target())
                                .start();
                var exchange =
                        Exchange.open(
                                Transport.TCP,
                                new ServerAddress(InetAddress.getLoopbackAddress(), server.port()),
                                Duration.ofSeconds(20),
                                InstantSource.system(),
                                new Random(1))) {
            end();
            var change =
                    Update.of(ORIGIN)
                            .add(ResourceRecord.of("h.example.com", 60, RecordType.A, "192.0.2.9"));
            assertThat(exchange.ask(change, KEY)).isInstanceOf(Reply.Accepted.class);
            assertThat(end().serial()).isEqualTo(new Serial(2));
        }
    }

    @Test
    void tellsNameServersAndSecondariesThatKeysNameAtMappedPorts() throws Exception {
        var named = Ask.key("192.0.2.1.192.0.2.7._transfer.example.com");
        var ports = new PortMap(Map.of(InetAddress.ofLiteral("192.0.2.7"), 5307), 5300);
        try (var server =
                builder(accepting(), 0)
                        .zone(zone("example.com", 1))
                        .key(named)
                        .notifyNameServers(ports)
                        .start()) {
            var recipients = List.of(end().recipient(), end().recipient());
            assertThat(recipients).containsExactlyInAnyOrder("192.0.2.2:5300", "192.0.2.7:5307");
            var another = Ask.key("192.0.2.1.192.0.2.8._transfer");
            server.change(state -> state.withKeys(List.of(KEY, named, another)));
            assertThat(end().recipient()).isEqualTo("192.0.2.8:5300");
            assertThat(ends).isEmpty();
        }
    }

    @Test
    void aHandfulOfLinesCarriesTheNewsOfManyZones() throws Exception {
        int zones = 500;
        var builder = builder(accepting(), 1).notify(target());
        for (int i = 0; i < zones; i++) {
            builder.zone(zone("z" + i + ".example", 1));
        }
        try (var _ = builder.start()) {
            for (int i = 0; i < zones; i++) {
                assertThat(end().end()).isInstanceOf(End.Delivered.class);
            }
            assertThat(heard.stream().map(m -> m.question().orElseThrow().name()))
                    .hasSize(zones)
                    .doesNotHaveDuplicates();
            assertThat(asked.size()).isLessThan(zones / 2);
        }
    }

    @Test
    void aSilentServerDoesNotHoldUpTheOthers() throws Exception {
        var mute = server("192.0.2.66", 53);
        Transport mixed =
                (server, timeout) ->
                        (server.equals(mute) ? silent() : accepting()).open(server, timeout);
        var builder = builder(mixed, 1).notify(new NotifyTarget(mute, Optional.empty()));
        for (int i = 0; i < 50; i++) {
            builder.zone(zone("z" + i + ".example", 1));
        }
        try (var _ = builder.notify(target()).start()) {
            var byEnd =
                    IntStream.range(0, 100)
                            .mapToObj(_ -> uninterrupted())
                            .collect(
                                    Collectors.groupingBy(
                                            event -> event.end().getClass().getSimpleName(),
                                            Collectors.counting()));
            assertThat(byEnd).containsEntry("Delivered", 50L).containsEntry("GivenUp", 50L);
            assertThat(asked.stream().filter(mute::equals).count()).isLessThan(60);
        }
    }

    private NotifyEvent uninterrupted() {
        try {
            return end();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
