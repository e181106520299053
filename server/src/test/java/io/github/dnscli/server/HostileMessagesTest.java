package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HostileMessagesTest {

    private static final TsigKey KEY = Ask.key("k._update.example.com");
    private static final ServerState STATE =
            ServerState.EMPTY
                    .with(
                            ZoneText.zone(
                                    "example.com",
                                    """
                                    $TTL 3600
                                    @      SOA   ns1 admin 1 7200 900 1209600 300
                                    @      NS    ns1
                                    ns1    A     192.0.2.1
                                    www    A     192.0.2.2
                                    www    MX    10 ns1
                                    *.wild CNAME www
                                    moved  DNAME example.com.
                                    sub    NS    ns.sub
                                    ns.sub A     192.0.2.3
                                    big    TXT   "%1$s" "%1$s" "%1$s" "%1$s" "%1$s" "%1$s"
                                    """
                                            .formatted("0123456789".repeat(25))))
                    .withKeys(List.of(KEY));

    @Test
    void anyOctetsEndInAReplyOrInSilence() {
        handle(1, 50_000);
    }

    @Tag("slow")
    @Test
    void aMillionMessagesEndInRepliesOrInSilence() {
        handle(2, 1_000_000);
    }

    private static void handle(long seed, int count) {
        var messages = new HostileMessages(seed, KEY);
        for (int i = 0; i < count; i++) {
            byte[] message = messages.next();
            var peer = i % 2 == 0 ? Ask.UDP : Ask.TCP;
            try {
                judge(message, Ask.effect(STATE, message, peer), peer);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError(
                        "seed %d, message %d: %s"
                                .formatted(seed, i, HexFormat.of().formatHex(message)),
                        failure);
            }
        }
    }

    private static void judge(byte[] request, Effect effect, Peer peer) {
        switch (effect) {
            case Effect.Answer(var wire) -> judgeReply(request, wire, peer);
            case Effect.Refusal(_, var wire) -> judgeReply(request, wire, peer);
            case Effect.News(_, _, _, var wire) -> judgeReply(request, wire, peer);
            case Effect.Registration(_, _, var wire) -> judgeReply(request, wire, peer);
            case Effect.Proposal(_, var accepted, var failed) -> {
                judgeReply(request, accepted, peer);
                judgeReply(request, failed.get(), peer);
            }
            case Effect.Stream(var wires) ->
                    wires.forEachRemaining(wire -> judgeReply(request, wire, peer));
            case Effect.Silence _ -> {}
        }
    }

    private static void judgeReply(byte[] request, Effect.Wire wire, Peer peer) {
        byte[] reply = wire.octets();
        int most = peer.protocol() == Peer.Protocol.UDP ? 1232 : MessageCodec.MAX_LENGTH;
        assertThat(reply.length).isLessThanOrEqualTo(most);
        assertThat(MessageCodec.decode(reply))
                .isInstanceOfSatisfying(
                        Decoded.Valid.class,
                        valid -> assertThat(valid.message().has(Flag.QR)).isTrue());
        assertThat(reply).startsWith(request[0], request[1]);
    }

    /// Each takes some milliseconds; the limit is for what grows faster than its length.
    @Test
    void noMessageIsDearToRead() {
        for (byte[] message : HostileMessages.dear()) {
            assertTimeout(
                    Duration.ofSeconds(20),
                    () -> {
                        for (int i = 0; i < 100; i++) {
                            Ask.effect(STATE, message, Ask.TCP);
                        }
                    },
                    () -> HexFormat.of().formatHex(message, 0, 40));
        }
    }

    @Test
    void aServerAnswersAfterAllThatWithoutAnErrorInItsLog() throws IOException {
        answersAfter(4_000, 4_000);
    }

    @Tag("slow")
    @Test
    void aServerAnswersAfterAMillionMessagesWithoutAnErrorInItsLog() throws IOException {
        answersAfter(800_000, 200_000);
    }

    private static void answersAfter(int datagrams, int onConnections) throws IOException {
        var complaints = new Complaints();
        try (var server =
                NameServer.builder()
                        .zone(STATE.zones().values().iterator().next())
                        .key(KEY)
                        .clock(InstantSource.fixed(Ask.NOW))
                        .start()) {
            var address = server.addresses().getFirst();
            long before = usedMemory();
            byDatagrams(address, datagrams);
            byConnections(address, onConnections);
            assertThat(askOverTcp(address)).isEqualTo(Rcode.NOERROR);
            assertThat(usedMemory() - before).isLessThan(64L << 20);
        }
        assertThat(complaints.seen()).isEmpty();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void byDatagrams(InetSocketAddress server, int count) throws IOException {
        var messages = new HostileMessages(3, KEY);
        try (var socket = new DatagramSocket()) {
            for (int i = 0; i < count; i++) {
                byte[] message = messages.next();
                int length = Math.min(message.length, 65_000);
                socket.send(new DatagramPacket(message, length, server));
            }
        }
    }

    private static void byConnections(InetSocketAddress server, int count) throws IOException {
        var messages = new HostileMessages(4, KEY);
        for (int sent = 0; sent < count; sent += 20) {
            try (var socket = new Socket(server.getAddress(), server.getPort())) {
                var out = new DataOutputStream(socket.getOutputStream());
                for (int i = 0; i < 20; i++) {
                    byte[] message = messages.next();
                    out.writeShort(i == 19 ? message.length + 1 : message.length);
                    out.write(message);
                }
            } catch (IOException _) {
                // A server may hang up on what makes no sense.
            }
        }
    }

    private static Rcode askOverTcp(InetSocketAddress server) throws IOException {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setSoTimeout(30_000);
            byte[] query = MessageCodec.encode(Ask.query("www.example.com", RecordType.A));
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(query.length);
            out.write(query);
            var in = new DataInputStream(socket.getInputStream());
            return Ask.decode(new Effect.Wire(in.readNBytes(in.readUnsignedShort()))).rcode();
        }
    }

    /// Errors and exceptions in the logs of all servers of this process.
    private static final class Complaints extends Handler {

        private final Logger logger = Logger.getLogger("io.github.dnscli");
        private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();

        Complaints() {
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord log) {
            if (log.getLevel().equals(Level.SEVERE) || log.getThrown() != null) {
                records.add(log);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }

        List<String> seen() {
            close();
            return records.stream().map(LogRecord::getMessage).toList();
        }
    }
}
