package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.event.TransferEvent;
import io.github.dnscli.server.state.ConnectionLimits;
import io.github.dnscli.server.state.Limits;
import io.github.dnscli.server.state.TransferLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final ConnectionLimits PATIENT =
            ConnectionLimits.DEFAULT.withIdle(LONG, LONG).withMessages(LONG, LONG);
    private static final int CROWD = 1_000;

    private static final Zone SMALL =
            ZoneText.zone(
                    "example.com",
                    """
                    $TTL 60
                    @   SOA ns1 admin 1 7200 900 1209600 300
                    @   NS  ns1
                    ns1 A   127.0.0.1
                    """);

    private static final Zone BIG = big();

    /// Far more than the system holds for a client that does not read.
    private static Zone big() {
        var text = new StringBuilder("$TTL 60\n@ SOA ns1 admin 1 7200 900 1209600 300\n@ NS ns1\n");
        text.append("ns1 A 127.0.0.1\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("t").append(i).append(" TXT \"").append("x".repeat(200)).append("\"\n");
        }
        return ZoneText.zone("example.com", text.toString());
    }

    private static NameServer start(ConnectionLimits limits) throws IOException {
        return NameServer.builder().zone(SMALL).limits(Limits.DEFAULT.with(limits)).start();
    }

    private static Message query(int id) {
        return Ask.query("ns1.example.com", RecordType.A).withId(id);
    }

    private static byte[] pipelined(int number) {
        var all = new ByteArrayOutputStream();
        for (int id = 0; id < number; id++) {
            all.writeBytes(RawClient.frame(MessageCodec.encode(query(id))));
        }
        return all.toByteArray();
    }

    private static void assertAnswers(RawClient client, int id) throws IOException {
        var reply = client.send(query(id)).receive();
        assertThat(reply.id()).isEqualTo(id);
        assertThat(reply.answers()).hasSize(1);
    }

    private static void assertAnswersByUdp(int port) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(20_000);
            byte[] octets = MessageCodec.encode(query(7));
            socket.send(
                    new DatagramPacket(
                            octets, octets.length, InetAddress.getLoopbackAddress(), port));
            var reply = new DatagramPacket(new byte[512], 512);
            socket.receive(reply);
            assertThat(reply.getLength()).isGreaterThan(octets.length);
        }
    }

    @Test
    void answersManyRequestsThatComeAtOnce() throws IOException {
        try (var server = start(PATIENT);
                var client = new RawClient(server.port())) {
            client.write(pipelined(2_000));
            for (int id = 0; id < 2_000; id++) {
                assertThat(client.receive().id()).isEqualTo(id);
            }
        }
    }

    @Test
    void answersWhatStandsBeforeHalfARequest() throws IOException {
        byte[] frame = RawClient.frame(MessageCodec.encode(query(1)));
        try (var server = start(PATIENT);
                var client = new RawClient(server.port())) {
            client.write(frame);
            client.write(frame[0], frame[1], frame[2]);
            assertThat(client.receive().id()).isEqualTo(1);
            client.write(Arrays.copyOfRange(frame, 3, frame.length));
            assertThat(client.receive().id()).isEqualTo(1);
        }
    }

    @Test
    void takesARequestOctetByOctetAndOneOf64Kibibytes() throws IOException {
        try (var server = start(PATIENT);
                var client = new RawClient(server.port())) {
            for (byte octet : RawClient.frame(MessageCodec.encode(query(2)))) {
                client.write(octet);
            }
            assertThat(client.receive().id()).isEqualTo(2);
            byte[] huge = Arrays.copyOf(MessageCodec.encode(query(3)), 0xffff);
            assertThat(client.send(huge).receive().rcode()).isEqualTo(Rcode.FORMERR);
            assertAnswers(client, 4);
        }
    }

    @Test
    void isSilentToAnEmptyMessageAndGoesOn() throws IOException {
        try (var server = start(PATIENT);
                var client = new RawClient(server.port())) {
            client.write((byte) 0, (byte) 0);
            assertAnswers(client, 5);
        }
    }

    @Test
    void closesAConnectionThatStandsIdle() throws Exception {
        try (var server = start(PATIENT.withIdle(SHORT, LONG));
                var client = new RawClient(server.port())) {
            assertThat(client.drain()).isZero();
            assertThat(server.metrics().connections().cutOff()).isEqualTo(1);
            Eventually.isTrue("forgotten", () -> server.metrics().connections().open() == 0);
        }
    }

    @Test
    void closesAConnectionWhoseRequestTrickles() throws Exception {
        try (var server = start(PATIENT.withMessages(SHORT, LONG));
                var client = new RawClient(server.port())) {
            client.write((byte) 1);
            assertThat(client.drain()).isZero();
        }
    }

    @Test
    void closesTheConnectionOfAClientThatDoesNotReadItsAnswers() throws Exception {
        try (var server = start(PATIENT.withMessages(LONG, SHORT));
                var client = new RawClient(server.port(), 4_096)) {
            byte[] burst = pipelined(1_000);
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    client.write(burst);
                                }
                            })
                    .isInstanceOf(IOException.class);
            Eventually.isTrue("cut off", () -> server.metrics().connections().cutOff() == 1);
        }
    }

    @Test
    void breaksOffTheTransferOfAClientThatDoesNotRead() throws Exception {
        var ends = new LinkedBlockingQueue<TransferEvent>();
        try (var server =
                        NameServer.builder()
                                .zone(BIG)
                                .openTransfers()
                                .listener(ear(ends))
                                .limits(Limits.DEFAULT.with(PATIENT.withMessages(LONG, SHORT)))
                                .start();
                var client = new RawClient(server.port(), 4_096)) {
            client.send(Ask.query("example.com", RecordType.AXFR));
            var end = ends.poll(30, TimeUnit.SECONDS);
            assertThat(end).isNotNull();
            assertThat(end.end()).isInstanceOf(TransferEvent.End.Broken.class);
            assertThat(end.zone()).hasToString("example.com.");
            assertThat(server.metrics().brokenTransfers()).isEqualTo(1);
            Eventually.isTrue("closed", () -> server.metrics().connections().open() == 0);
        }
    }

    private static ServerListener ear(BlockingQueue<TransferEvent> ends) {
        return new ServerListener() {
            @Override
            public void transferred(TransferEvent transfer) {
                ends.add(transfer);
            }
        };
    }

    @Test
    void refusesATransferWhoseTurnDoesNotCome() throws Exception {
        var transfers = new TransferLimits(1, SHORT, LONG);
        try (var server =
                        NameServer.builder()
                                .zone(BIG)
                                .openTransfers()
                                .limits(Limits.DEFAULT.with(PATIENT).with(transfers))
                                .start();
                var hog = new RawClient(server.port(), 4_096);
                var other = new RawClient(server.port())) {
            hog.send(Ask.query("example.com", RecordType.AXFR));
            hog.receive();
            var reply = other.send(Ask.query("example.com", RecordType.AXFR)).receive();
            assertThat(reply.rcode()).isEqualTo(Rcode.SERVFAIL);
            assertAnswers(other, 8);
            hog.hangUp();
            Eventually.isTrue("broken off", () -> server.metrics().brokenTransfers() == 2);
            other.send(Ask.query("example.com", RecordType.AXFR));
            assertThat(other.receive().rcode()).isEqualTo(Rcode.NOERROR);
        }
    }

    /// The server is at rest a moment after the client has the answer, and only then is a connection idle.
    private static void comeToRest() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(400));
    }

    @Test
    void theLongestIdleMakesWayForANewOne() throws Exception {
        try (var server = start(PATIENT.withNumbers(3, 3));
                var first = new RawClient(server.port());
                var second = new RawClient(server.port());
                var third = new RawClient(server.port())) {
            assertAnswers(first, 1);
            assertAnswers(second, 2);
            assertAnswers(third, 3);
            comeToRest();
            assertAnswers(first, 4);
            comeToRest();
            try (var fourth = new RawClient(server.port())) {
                assertAnswers(fourth, 5);
                assertThat(second.drain()).isZero();
                assertAnswers(first, 6);
                assertAnswers(third, 7);
            }
            assertThat(server.metrics().connections().displaced()).isEqualTo(1);
        }
    }

    @Test
    void anAddressWithTooManyConnectionsLosesItsOwn() throws Exception {
        try (var server = start(PATIENT.withNumbers(100, 2));
                var first = new RawClient(server.port());
                var second = new RawClient(server.port())) {
            assertAnswers(first, 1);
            comeToRest();
            assertAnswers(second, 2);
            comeToRest();
            try (var third = new RawClient(server.port())) {
                assertAnswers(third, 3);
                assertThat(first.drain()).isZero();
            }
        }
    }

    private static List<RawClient> crowd(int port) throws IOException {
        var crowd = new ArrayList<RawClient>();
        byte[] frame = RawClient.frame(MessageCodec.encode(query(9)));
        byte[] axfr =
                RawClient.frame(MessageCodec.encode(Ask.query("example.com", RecordType.AXFR)));
        for (int i = 0; i < CROWD; i++) {
            var client = new RawClient(port, 2_048);
            crowd.add(client);
            switch (i % 4) {
                case 0 -> {} // silent
                case 1 -> client.write(frame[0], frame[1], frame[2]); // trickles
                case 2 -> client.write((byte) 0xff, (byte) 0xff, (byte) 0); // promises much
                default -> client.write(axfr); // does not read
            }
        }
        return crowd;
    }

    private static long memory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void aThousandSlowClientsKeepNobodyFromAnAnswer() throws Exception {
        var crowded =
                PATIENT.withNumbers(CROWD, CROWD)
                        .withIdle(Duration.ofSeconds(4), LONG)
                        .withMessages(Duration.ofSeconds(4), Duration.ofSeconds(4));
        var transfers = new TransferLimits(10, Duration.ofMillis(200), LONG);
        try (var server =
                NameServer.builder()
                        .zone(BIG)
                        .openTransfers()
                        .limits(Limits.DEFAULT.with(crowded).with(transfers))
                        .start()) {
            long before = memory();
            var crowd = crowd(server.port());
            try (var honest = new RawClient(server.port())) {
                assertAnswers(honest, 1);
                assertAnswersByUdp(server.port());
                assertThat(memory() - before).isLessThan(100_000_000);
                for (var client : crowd.subList(0, CROWD / 2)) {
                    client.drain();
                }
                assertAnswersByUdp(server.port());
            }
            Eventually.isTrue("all gone", () -> server.metrics().connections().open() == 0);
            var counted = server.metrics().connections();
            assertThat(counted.taken()).isGreaterThan(CROWD);
            assertThat(counted.cutOff() + counted.displaced()).isGreaterThanOrEqualTo(CROWD);
            for (var client : crowd) {
                client.close();
            }
        }
    }
}
