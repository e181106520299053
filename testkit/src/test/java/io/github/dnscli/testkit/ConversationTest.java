package io.github.dnscli.testkit;

import static io.github.dnscli.testkit.Sample.SHORT;
import static io.github.dnscli.testkit.Sample.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.transport.NoReplyException;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConversationTest {

    private static final byte[] REQUEST = message(0, 1);
    private static final byte[] REPLY = message(0x80, 2);
    private static final byte[] CUT_REPLY = message(0x82, 3);

    private static byte[] message(int flags, int mark) {
        byte[] message = new byte[13];
        message[1] = 9;
        message[2] = (byte) flags;
        message[12] = (byte) mark;
        return message;
    }

    private static byte[] ask(Transport transport, ScriptedPeer peer, Duration timeout)
            throws IOException {
        try (var conversation = transport.open(peer.address(), timeout)) {
            return conversation.ask(REQUEST);
        }
    }

    @Test
    void severalRequestsShareAConnection() throws IOException {
        try (var peer = ScriptedPeer.start(Script.answering(request -> request));
                var conversation = Transport.TCP.open(peer.address(), TIMEOUT)) {
            assertThat(conversation.ask(REQUEST)).isEqualTo(REQUEST);
            assertThat(conversation.ask(REPLY)).isEqualTo(REPLY);
        }
    }

    @Test
    void takesTheLongestMessages() throws IOException {
        byte[] longest = Arrays.copyOf(REPLY, 0xffff);

        try (var peer = ScriptedPeer.start(Script.answering(request -> request));
                var conversation = Transport.TCP.open(peer.address(), TIMEOUT)) {
            assertThat(conversation.ask(longest)).isEqualTo(longest);
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        var address = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), FreePort.any());

        for (var transport : new Transport[] {Transport.TCP, Transport.udpThenTcp()}) {
            assertThatThrownBy(() -> transport.open(address, TIMEOUT).ask(REQUEST))
                    .isInstanceOf(NoReplyException.class)
                    .hasMessage("connection refused by " + address);
        }
    }

    @Test
    void doesNotWaitLongerThanItsTimeout() throws IOException {
        try (var peer = ScriptedPeer.start(Script.silent())) {
            for (var transport : new Transport[] {Transport.TCP, Transport.udpThenTcp()}) {
                assertThatThrownBy(() -> ask(transport, peer, SHORT))
                        .isInstanceOf(NoReplyException.class)
                        .hasMessageContaining("no reply from " + peer.address() + " within ");
            }
        }
    }

    @Test
    void doesNotWaitLongerForTheRestOfAReply() throws IOException {
        Script stuck =
                line -> {
                    line.receive();
                    line.sendRaw(new byte[] {0, 50, 1, 2, 3});
                    line.receive();
                };
        try (var peer = ScriptedPeer.start(stuck)) {
            assertThatThrownBy(() -> ask(Transport.TCP, peer, SHORT))
                    .hasMessage("no reply from " + peer.address() + " within 600 ms");
        }
    }

    @Test
    void saysThatTheServerClosedBeforeAReply() throws IOException {
        try (var peer = ScriptedPeer.start(Script.closing())) {
            assertThatThrownBy(() -> ask(Transport.TCP, peer, TIMEOUT))
                    .isInstanceOf(NoReplyException.class)
                    .hasMessage("connection closed by " + peer.address() + " before a reply");
        }
    }

    @Test
    void saysThatTheServerClosedInTheMiddleOfAReply() throws IOException {
        Script half =
                line -> {
                    line.receive();
                    line.sendRaw(new byte[] {0, 50, 1, 2, 3});
                };
        try (var peer = ScriptedPeer.start(half)) {
            assertThatThrownBy(() -> ask(Transport.TCP, peer, TIMEOUT))
                    .hasMessageContaining("closed by " + peer.address());
        }
    }

    @Test
    void udpDoesWithoutTcp() throws IOException {
        try (var peer = ScriptedPeer.start(Script.closing(), Script.answering(_ -> REPLY))) {
            assertThat(ask(Transport.udpThenTcp(), peer, TIMEOUT)).isEqualTo(REPLY);
        }
    }

    @Test
    void aCutReplyIsFetchedOverTcp() throws IOException {
        try (var peer =
                ScriptedPeer.start(
                        Script.answering(_ -> REPLY), Script.answering(_ -> CUT_REPLY))) {
            assertThat(ask(Transport.udpThenTcp(), peer, TIMEOUT)).isEqualTo(REPLY);
        }
    }

    @Test
    void aReplyThatDoesNotComeByUdpIsFetchedOverTcp() throws IOException {
        try (var peer = ScriptedPeer.start(Script.answering(_ -> REPLY))) {
            assertThat(ask(Transport.udpThenTcp(), peer, SHORT)).isEqualTo(REPLY);
        }
    }

    @Test
    void straysAndForgeriesOverUdpAreIgnored() throws IOException {
        byte[] otherId = REPLY.clone();
        otherId[1]++;
        Script strays =
                line -> {
                    line.receive();
                    line.send(otherId);
                    line.send(REQUEST);
                    line.send(new byte[3]);
                    line.send(REPLY);
                };
        try (var peer = ScriptedPeer.start(Script.closing(), strays)) {
            assertThat(ask(Transport.udpThenTcp(), peer, TIMEOUT)).isEqualTo(REPLY);
        }
    }

    @Test
    void everyAttemptOverUdpIsMadeAfresh() throws IOException {
        var attempts = new AtomicInteger();
        Supplier<byte[]> request = () -> message(0, attempts.incrementAndGet());
        Script second =
                line -> {
                    if (line.receive()[12] == 2) {
                        line.send(REPLY);
                    }
                };
        try (var peer = ScriptedPeer.start(Script.closing(), second);
                var conversation = Transport.udpThenTcp().open(peer.address(), TIMEOUT)) {
            assertThat(conversation.ask(request)).isEqualTo(REPLY);
        }
        assertThat(attempts).hasValue(2);
    }
}
