package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.Limits;
import io.github.dnscli.server.state.TransferLimits;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Clients that hold versions from before the server's start.
@Timeout(60)
class ZonePastTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final TsigKey KEY = Ask.key("k._transfer.example.com");

    private final AtomicInteger lookUps = new AtomicInteger();
    private Optional<NameServer> server = Optional.empty();

    @AfterEach
    void stop() {
        server.ifPresent(NameServer::close);
    }

    /// {@return a version with twenty hosts, and one that each serial has alone}
    private static Zone version(long serial) {
        var text =
                new StringBuilder(
                        "@ 60 SOA ns admin %d 2 3 4 5\n@ 60 NS ns\nns 60 A 127.0.0.1\n"
                                .formatted(serial));
        for (int i = 0; i < 20; i++) {
            text.append("host").append(i).append(" 60 A 192.0.2.1\n");
        }
        return ZoneText.zone("example.com", text + "v" + serial + " 60 A 192.0.2.2\n");
    }

    private Optional<Zone> known(DomainName origin, Serial serial) {
        lookUps.incrementAndGet();
        assertThat(origin).isEqualTo(ZONE);
        return serial.value() < 100 ? Optional.of(version(serial.value())) : Optional.empty();
    }

    private int start(ZonePast past) throws IOException {
        return start(past, TransferLimits.DEFAULT.turn());
    }

    private int start(ZonePast past, Duration turn) throws IOException {
        var limits = new TransferLimits(20, turn, TransferLimits.DEFAULT.time());
        var running =
                NameServer.builder()
                        .zone(version(1000))
                        .key(KEY)
                        .past(past)
                        .limits(Limits.DEFAULT.with(limits))
                        .start();
        server = Optional.of(running);
        return running.port();
    }

    private static TransferReply fetch(int port, long held) throws IOException {
        var address = new ServerAddress(InetAddress.getLoopbackAddress(), port);
        try (var exchange =
                Exchange.open(
                        Transport.TCP,
                        address,
                        Duration.ofSeconds(20),
                        InstantSource.system(),
                        new Random(1))) {
            return exchange.transfer(Transfer.since(ZONE, new Serial(held)), KEY);
        }
    }

    private static boolean isWhole(TransferReply reply) {
        return reply instanceof TransferReply.Complete;
    }

    private static List<String> names(TransferReply reply) {
        var step = ((TransferReply.Differences) reply).steps().getFirst();
        var names = new ArrayList<String>();
        step.removed().forEach(record -> names.add("-" + record.owner().firstLabel()));
        step.added().forEach(record -> names.add("+" + record.owner().firstLabel()));
        return names;
    }

    @Test
    void clientsGetTheDifferencesFromVersionsOfThePast() throws IOException {
        int port = start(this::known);
        assertThat(names(fetch(port, 7))).containsExactly("-v7", "+v1000");
        assertThat(names(fetch(port, 7))).containsExactly("-v7", "+v1000");
        assertThat(lookUps).hasValue(1);
        assertThat(names(fetch(port, 8))).containsExactly("-v8", "+v1000");
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void whatChangesMeanwhileIsTold() throws IOException {
        int port = start(this::known);
        assertThat(names(fetch(port, 7))).containsExactly("-v7", "+v1000");
        server.orElseThrow().change(state -> state.with(version(1001)));
        assertThat(names(fetch(port, 7))).containsExactly("-v7", "+v1001");
        assertThat(names(fetch(port, 1000))).containsExactly("-v1000", "+v1001");
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void nobodyIsAskedForWhatIsKnownOrNewer() throws IOException {
        int port = start(this::known);
        fetch(port, 1000);
        fetch(port, 2000);
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void whoMayNotTransferCausesNoWork() throws IOException {
        int port = start(this::known);
        var dig = Tool.ask(Peer.DIG, port, "+tcp", "example.com", "IXFR=7");
        assertThat(dig.output()).contains("Transfer failed");
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void clientsOfUnknownVersionsGetTheWholeZone() throws IOException {
        int port = start(this::known);
        assertThat(isWhole(fetch(port, 100))).isTrue();
        assertThat(isWhole(fetch(port, 100))).isTrue();
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void clientsGetTheWholeZoneWhenThePastCannotBeKnown() throws IOException {
        int port =
                start(
                        (_, serial) -> {
                            lookUps.incrementAndGet();
                            if (serial.value() == 7) {
                                throw new IOException("no disk");
                            }
                            throw new IllegalStateException("our bug");
                        });
        assertThat(isWhole(fetch(port, 7))).isTrue();
        assertThat(isWhole(fetch(port, 7))).isTrue();
        assertThat(isWhole(fetch(port, 8))).isTrue();
        assertThat(lookUps).hasValue(3);
    }

    /// Two wait for the past, a third has to wait for them; later comers profit.
    @Test
    void clientsGetTheWholeZoneWhenThePastTakesTooLong() throws Exception {
        var gate = new CountDownLatch(1);
        int port =
                start(
                        (origin, serial) -> {
                            await(gate);
                            return known(origin, serial);
                        },
                        Duration.ofMillis(500));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<TransferReply>>();
            for (int held = 1; held <= 3; held++) {
                long serial = held;
                all.add(threads.submit(() -> fetch(port, serial)));
            }
            for (var one : all) {
                assertThat(isWhole(one.get())).isTrue();
            }
        }
        gate.countDown();
        for (int held = 1; held <= 3; held++) {
            long serial = held;
            Eventually.isTrue("differences", () -> !isWhole(fetch(port, serial)));
        }
        assertThat(lookUps).hasValue(3);
    }

    @Test
    void manyWhoWantTheSameWaitForOneLookUp() throws Exception {
        var gate = new CountDownLatch(1);
        int port =
                start(
                        (origin, serial) -> {
                            await(gate);
                            return known(origin, serial);
                        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<TransferReply>>();
            for (int i = 0; i < 10; i++) {
                waiting.add(threads.submit(() -> fetch(port, 7)));
            }
            gate.countDown();
            for (var one : waiting) {
                assertThat(names(one.get())).containsExactly("-v7", "+v1000");
            }
        }
        assertThat(lookUps).hasValue(1);
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
