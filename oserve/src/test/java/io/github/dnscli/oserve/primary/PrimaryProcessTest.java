package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The server as a process of its own, and the ways such a process ends.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PrimaryProcessTest {

    private static final int TERMINATED = 128 + 15;
    private static final int KILLED = 128 + 9;

    @TempDir Path zones;
    @TempDir Path elsewhere;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                zones.resolve("example.com"),
                "@ 60 SOA ns1 admin 1 2 1 9 5\n@ 60 NS ns1\nns1 60 A 127.0.0.1\n");
        RunningPrimary.writeKey(zones, RunningPrimary.KEY_NAME);
    }

    private Path log() {
        return elsewhere.resolve("log");
    }

    private PrimaryProcess serve(String... more) throws IOException {
        var arguments =
                new ArrayList<>(List.of("--zones", zones.toString(), "--listen", "127.0.0.1:0"));
        arguments.addAll(List.of(more));
        return PrimaryProcess.start(log(), arguments);
    }

    /// How long it waits holds for all of a process, from the first server for HTTP in it.
    @Test
    @Tag("slow")
    void waitsForNobodyLongThatBeginsToAskByHttp() throws Exception {
        int http = FreePort.any();
        try (var _ = serve("--http", "127.0.0.1:" + http);
                var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), http)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write("GET /metr".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isNegative();
        }
    }

    @Test
    void endsInPeaceWhenItIsTerminated() throws Exception {
        try (var served = serve()) {
            assertThat(served.terminate()).isEqualTo(TERMINATED);
        }
        assertThat(log()).content().endsWith("oserve: info: stopped\n").doesNotContain("error");
    }

    @Test
    void hasEveryAcknowledgedUpdateAfterItWasKilled() throws Exception {
        try (var served = serve()) {
            var ran =
                    Peers.run(
                            zones,
                            "server 127.0.0.1 %d\nzone example.com\nupdate add new.example.com 60 A 192.0.2.9\nsend\n"
                                    .formatted(served.port()),
                            Peer.NSUPDATE,
                            "-y",
                            RunningPrimary.keyText(RunningPrimary.KEY_NAME));
            assertThat(ran).isEqualTo(new Peers.Ran(0, ""));
            assertThat(served.kill()).isEqualTo(KILLED);
        }
        try (var again = serve()) {
            var ran =
                    Peers.run(
                            zones,
                            "",
                            Peer.DIG,
                            "+short",
                            "@127.0.0.1",
                            "-p",
                            Integer.toString(again.port()),
                            "new.example.com");
            assertThat(ran.output()).isEqualTo("192.0.2.9\n");
        }
    }
}
