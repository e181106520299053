package io.github.dnscli.common.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever interrupts a thread need not wait for its timeouts.
@Timeout(20)
class InterruptionTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration LONG = Duration.ofSeconds(60);

    /// {@return what becomes of a request that is not answered, once the thread is interrupted}
    private static String interrupted(Transport transport, ServerAddress server, Runnable asked)
            throws Exception {
        var outcome = new CompletableFuture<String>();
        var thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try (var line = transport.open(server, LONG)) {
                                        line.ask(new byte[12]);
                                        outcome.complete("answered");
                                    } catch (IOException failure) {
                                        outcome.complete(String.valueOf(failure.getMessage()));
                                    }
                                });
        asked.run();
        thread.interrupt();
        return outcome.get(10, TimeUnit.SECONDS);
    }

    @Test
    void endsWaitingOverTcp() throws Exception {
        try (var listener = new ServerSocket(0, 1, LOOPBACK)) {
            var server = new ServerAddress(LOOPBACK, listener.getLocalPort());
            Runnable asked =
                    () -> {
                        try {
                            listener.accept().getInputStream().readNBytes(14);
                        } catch (IOException failure) {
                            throw new AssertionError(failure);
                        }
                    };
            assertThat(interrupted(Transport.TCP, server, asked))
                    .isEqualTo("interrupted while waiting for " + server);
        }
    }

    @Test
    void endsWaitingOverUdp() throws Exception {
        try (var silent = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
            var server = new ServerAddress(LOOPBACK, silent.getLocalPort());
            Runnable asked =
                    () -> {
                        try {
                            silent.receive(new DatagramPacket(new byte[512], 512));
                        } catch (IOException failure) {
                            throw new AssertionError(failure);
                        }
                    };
            assertThat(interrupted(Transport.udpThenTcp(), server, asked))
                    .isEqualTo("interrupted while waiting for " + server);
        }
    }
}
