package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.transport.NoReplyException;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.QueryEvent;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.event.TransferEvent;
import io.github.dnscli.server.state.Limits;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListenerTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final DomainName HOST = DomainName.of("ns1.example.com");
    private static final TsigKey KEY = Ask.key("k._update.example.com");
    private static final Zone ZONE =
            ZoneText.zone(
                    "example.com",
                    """
                    $TTL 60
                    @   SOA ns1 admin 1 7200 900 1209600 300
                    @   NS  ns1
                    ns1 A   127.0.0.1
                    """);

    private static NameServerBuilder builder() {
        return NameServer.builder().zone(ZONE).key(KEY);
    }

    private static Exchange exchange(NameServer server, Transport transport) throws IOException {
        return Exchange.open(
                transport,
                new ServerAddress(InetAddress.getLoopbackAddress(), server.port()),
                Duration.ofSeconds(20),
                InstantSource.system(),
                new Random(1));
    }

    private static Update addition(int number) {
        return Update.of(ORIGIN)
                .add(
                        ResourceRecord.of(
                                "h" + number + ".example.com", 60, RecordType.A, "192.0.2.9"));
    }

    private static <T> T next(BlockingQueue<T> events) throws InterruptedException {
        return Optional.ofNullable(events.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }

    /// Hears of updates.
    private static ServerListener onUpdate(Consumer<ZoneChange> ear) {
        return new ServerListener() {
            @Override
            public void updated(ZoneChange change) {
                ear.accept(change);
            }
        };
    }

    @ParameterizedTest
    @EnumSource(Peer.Protocol.class)
    void hearsOfEachQuery(Peer.Protocol protocol) throws Exception {
        var heard = new LinkedBlockingQueue<QueryEvent>();
        var transport = protocol == Peer.Protocol.TCP ? Transport.TCP : Transport.udpThenTcp();
        try (var server = builder().queryListener(heard::add).start();
                var exchange = exchange(server, transport)) {
            exchange.ask(Query.of(HOST, RecordType.A));
            exchange.ask(Query.of(DomainName.of("no.example.com"), RecordType.A));
            exchange.ask(Query.of(DomainName.of("example.org"), RecordType.A));
            var first = next(heard);
            assertThat(first.peer().protocol()).isEqualTo(protocol);
            assertThat(first.question().name()).isEqualTo(HOST);
            assertThat(first.rcode()).isEqualTo(Rcode.NOERROR);
            assertThat(first.size()).isGreaterThan(12);
            assertThat(first.duration()).isPositive();
            assertThat(next(heard).rcode()).isEqualTo(Rcode.NXDOMAIN);
            assertThat(next(heard).rcode()).isEqualTo(Rcode.REFUSED);
        }
    }

    @Test
    void severalThreadsAnswerDatagramsAtOneAddress() throws Exception {
        var limits = Limits.DEFAULT.withDatagramThreads(3);
        try (var server = builder().limits(limits).start()) {
            for (int i = 0; i < 20; i++) {
                try (var exchange = exchange(server, Transport.udpThenTcp())) {
                    assertThat(exchange.ask(Query.of(HOST, RecordType.A)))
                            .isInstanceOf(Reply.Accepted.class);
                }
            }
            assertThat(server.metrics().requests().udp()).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void hearsInTheOrderInWhichThingsHappen() throws Exception {
        var heard = new LinkedBlockingQueue<Serial>();
        var second = new LinkedBlockingQueue<Serial>();
        try (var server =
                        builder()
                                .listener(
                                        onUpdate(c -> heard.add(c.after().serial().orElseThrow())))
                                .listener(
                                        onUpdate(c -> second.add(c.after().serial().orElseThrow())))
                                .start();
                var exchange = exchange(server, Transport.TCP)) {
            for (int i = 0; i < 50; i++) {
                exchange.ask(addition(i), KEY);
            }
            var expected = IntStream.rangeClosed(2, 51).mapToObj(Serial::new).toList();
            for (var serial : expected) {
                assertThat(next(heard)).isEqualTo(serial);
                assertThat(next(second)).isEqualTo(serial);
            }
        }
    }

    @Test
    void aSlowListenerMissesEventsButHoldsUpNobody() throws Exception {
        var release = new CountDownLatch(1);
        var ear =
                onUpdate(
                        _ -> {
                            try {
                                release.await();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
        try (var server = builder().listener(ear).limits(Limits.DEFAULT.withEvents(3)).start();
                var exchange = exchange(server, Transport.TCP)) {
            for (int i = 0; i < 10; i++) {
                assertThat(exchange.ask(addition(i), KEY)).isInstanceOf(Reply.Accepted.class);
            }
            assertThat(server.metrics().droppedEvents()).isBetween(6L, 7L);
            release.countDown();
        }
    }

    @Test
    void hearsOfTransfersWithTheirSize() throws Exception {
        var heard = new LinkedBlockingQueue<TransferEvent>();
        var ear =
                new ServerListener() {
                    @Override
                    public void transferred(TransferEvent transfer) {
                        heard.add(transfer);
                    }
                };
        try (var server = builder().listener(ear).start();
                var exchange = exchange(server, Transport.TCP)) {
            exchange.transfer(Transfer.of(ORIGIN), KEY);
            var event = next(heard);
            assertThat(event.zone()).isEqualTo(ORIGIN);
            assertThat(event.serial()).isEqualTo(new Serial(1));
            assertThat(event.key()).contains(KEY.name());
            assertThat(event.octets()).isGreaterThan(100);
            assertThat(event.end()).isInstanceOf(TransferEvent.End.Complete.class);
            assertThat(server.metrics().transfers()).isEqualTo(1);
        }
    }

    @Test
    void countsWhatComesAndGoes() throws Exception {
        try (var server = builder().start();
                var udp = exchange(server, Transport.udpThenTcp());
                var tcp = exchange(server, Transport.TCP)) {
            udp.ask(Query.of(HOST, RecordType.A));
            udp.ask(Query.of(DomainName.of("no.example.com"), RecordType.A));
            tcp.ask(addition(1), KEY);
            tcp.ask(Notify.of(ORIGIN), KEY);
            var counted = server.metrics();
            assertThat(counted.requests().udp()).isEqualTo(2);
            assertThat(counted.requests().tcp()).isEqualTo(2);
            assertThat(counted.replies())
                    .containsEntry(Rcode.NOERROR, 3L)
                    .containsEntry(Rcode.NXDOMAIN, 1L);
            assertThat(counted.updates()).isEqualTo(1);
            assertThat(counted.newsReceived()).isEqualTo(1);
            assertThat(counted.connections().open()).isEqualTo(1);
            assertThat(counted.bugs()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Peer.Protocol.class)
    void ourOwnFaultIsAnsweredAndTheServerGoesOn(Peer.Protocol protocol) throws Exception {
        var isBroken = new AtomicBoolean();
        InstantSource clock =
                () -> {
                    if (isBroken.getAndSet(false)) {
                        throw new IllegalStateException("a fault of the clock, on purpose");
                    }
                    return Instant.now();
                };
        var transport = protocol == Peer.Protocol.TCP ? Transport.TCP : Transport.udpThenTcp();
        try (var server = builder().clock(clock).start();
                var exchange = exchange(server, transport)) {
            isBroken.set(true);
            assertThat(exchange.ask(Query.of(HOST, RecordType.A)))
                    .isInstanceOfSatisfying(
                            Reply.Refused.class,
                            refused -> assertThat(refused.rcode()).isEqualTo(Rcode.SERVFAIL));
            assertThat(exchange.ask(Query.of(HOST, RecordType.A)))
                    .isInstanceOf(Reply.Accepted.class);
            assertThat(server.metrics().bugs()).isEqualTo(1);
        }
    }

    @Test
    void anUpdateThatComesTwiceIsDoneOnce() throws Exception {
        byte[] update = MessageCodec.encode(addition(1).message(1));
        byte[] signed = Signer.sign(update, KEY, Instant.now()).wire();
        try (var server = builder().start();
                var client = new RawClient(server.port())) {
            assertThat(client.send(signed).receive().rcode()).isEqualTo(Rcode.NOERROR);
            server.change(state -> state.with(ZONE.withSerial(new Serial(9))));
            assertThat(client.send(signed).receive().rcode()).isEqualTo(Rcode.NOERROR);
            assertThat(server.state().zone(ORIGIN).flatMap(Zone::serial)).contains(new Serial(9));
        }
    }

    @Test
    void closingFinishesTheUpdateUnderWay() throws Exception {
        var isStoring = new CountDownLatch(1);
        var mayStore = new CountDownLatch(1);
        var heard = new LinkedBlockingQueue<ZoneChange>();
        ZoneStore slow =
                _ -> {
                    isStoring.countDown();
                    try {
                        mayStore.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                };
        var server =
                builder()
                        .store(slow)
                        .listener(onUpdate(heard::add))
                        .limits(Limits.DEFAULT.withClosing(Duration.ofMinutes(1)))
                        .start();
        var reply = new AtomicReference<Optional<Reply>>(Optional.empty());
        try (var exchange = exchange(server, Transport.TCP)) {
            var asking =
                    Thread.startVirtualThread(
                            () -> {
                                try {
                                    reply.set(Optional.of(exchange.ask(addition(1), KEY)));
                                } catch (IOException _) {
                                    reply.set(Optional.empty());
                                }
                            });
            isStoring.await();
            var closing = Thread.startVirtualThread(server::close);
            Eventually.isTrue("no connection is taken", () -> isClosed(server.port()));
            mayStore.countDown();
            asking.join();
            closing.join();
            assertThat(reply.get()).containsInstanceOf(Reply.Accepted.class);
            assertThat(heard).hasSize(1);
        }
        server.close();
    }

    /// The system may still hand out a connection whose wait began before the socket was closed.
    @Test
    void acknowledgesNothingOnceItIsClosed() throws Exception {
        for (int i = 0; i < 40; i++) {
            var server = builder().start();
            try (var exchange = exchange(server, Transport.TCP)) {
                assertThat(exchange.ask(addition(1), KEY)).isInstanceOf(Reply.Accepted.class);
            }
            server.close();

            assertThatThrownBy(
                            () -> {
                                try (var late = exchange(server, Transport.TCP)) {
                                    late.ask(addition(2), KEY);
                                }
                            })
                    .isInstanceOf(NoReplyException.class);
            assertThat(server.state().zone(ORIGIN).flatMap(Zone::serial)).contains(new Serial(2));
        }
    }

    private static boolean isClosed(int port) {
        try (var _ = new RawClient(port)) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    @Test
    void closingBreaksOffATransferThatNobodyReads() throws Exception {
        var text = new StringBuilder("$TTL 60\n@ SOA ns1 admin 1 7200 900 1209600 300\n@ NS ns1\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("t").append(i).append(" TXT \"").append("x".repeat(200)).append("\"\n");
        }
        var server =
                NameServer.builder()
                        .zone(ZoneText.zone("example.com", text.toString()))
                        .openTransfers()
                        .limits(Limits.DEFAULT.withClosing(Duration.ofMillis(500)))
                        .start();
        try (var client = new RawClient(server.port(), 4_096)) {
            client.send(Ask.query("example.com", RecordType.AXFR));
            client.receive();
            Eventually.isTrue("the transfer goes on", client::hasMore);
            server.close();
            assertThat(client.drain()).isPositive();
            Eventually.isTrue("broken off", () -> server.metrics().brokenTransfers() == 1);
        }
    }

    @Test
    void queriesByUdpNeverStandBehindUpdates() throws Exception {
        var isStoring = new CountDownLatch(1);
        var mayStore = new CountDownLatch(1);
        ZoneStore slow =
                _ -> {
                    isStoring.countDown();
                    try {
                        mayStore.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                };
        try (var server =
                        builder()
                                .store(slow)
                                .limits(Limits.DEFAULT.withDatagramUpdates(2))
                                .start();
                var socket = new DatagramSocket();
                var exchange = exchange(server, Transport.udpThenTcp())) {
            for (int i = 0; i < 10; i++) {
                byte[] update = MessageCodec.encode(addition(i).message(i));
                byte[] signed = Signer.sign(update, KEY, Instant.now()).wire();
                socket.send(
                        new DatagramPacket(
                                signed,
                                signed.length,
                                InetAddress.getLoopbackAddress(),
                                server.port()));
            }
            isStoring.await();
            Eventually.isTrue("too many", () -> server.metrics().droppedDatagrams() == 8);
            assertThat(exchange.ask(Query.of(HOST, RecordType.A)))
                    .isInstanceOf(Reply.Accepted.class);
            assertThat(server.metrics().requests().tcp()).isZero();
            mayStore.countDown();
            Eventually.isTrue("both are done", () -> server.metrics().updates() == 2);
        }
    }

    @Test
    void closingWaitsForNoUpdateLongerThanItsLimit() throws Exception {
        var isStoring = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        ZoneStore stuck =
                _ -> {
                    isStoring.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                };
        var server =
                builder()
                        .store(stuck)
                        .limits(Limits.DEFAULT.withClosing(Duration.ofMillis(200)))
                        .start();
        try (var client = new RawClient(server.port())) {
            byte[] update = MessageCodec.encode(addition(1).message(1));
            client.send(Signer.sign(update, KEY, Instant.now()).wire());
            isStoring.await();
            server.close();
            assertThat(client.drain()).isZero();
        } finally {
            never.countDown();
        }
    }

    @Test
    void aListenerMayCloseTheServer() throws Exception {
        var server = new AtomicReference<NameServer>();
        var isDone = new CountDownLatch(1);
        var ear =
                onUpdate(
                        _ -> {
                            server.get().close();
                            isDone.countDown();
                        });
        server.set(builder().listener(ear).start());
        try (var exchange = exchange(server.get(), Transport.TCP)) {
            exchange.ask(addition(1), KEY);
            assertThat(isDone.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void twoServersLiveSideBySide() throws Exception {
        try (var first = builder().start();
                var second = builder().listen("127.0.0.1", 0).listen("::1", 0).start();
                var exchange = exchange(first, Transport.TCP)) {
            exchange.ask(addition(1), KEY);
            assertThat(first.metrics().updates()).isEqualTo(1);
            assertThat(second.metrics().updates()).isZero();
            assertThat(List.of(first, second))
                    .extracting(server -> server.state().zone(ORIGIN).flatMap(Zone::serial))
                    .containsExactly(Optional.of(new Serial(2)), Optional.of(new Serial(1)));
        }
    }
}
