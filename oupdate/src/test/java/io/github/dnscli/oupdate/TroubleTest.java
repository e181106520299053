package io.github.dnscli.oupdate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Servers that do not answer as they should: one clear message and the right status, in time.
@Timeout(30)
class TroubleTest {

    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private static final String KEY = "k._update.example.test:SHA256:" + SECRET;

    private record Run(ExitStatus status, String errors) {}

    private static Run run(String... arguments) {
        var errors = new ByteArrayOutputStream();
        var console =
                Console.of(
                        "oupdate",
                        new ByteArrayOutputStream(),
                        errors,
                        new Terminals(false, false));
        var status =
                Launcher.launch(new OupdateCommand(), List.of(arguments), World.real(), console);
        return new Run(status, errors.toString(StandardCharsets.UTF_8));
    }

    private static Run against(int port) {
        return run(
                "--port",
                Integer.toString(port),
                "--timeout",
                "300ms",
                "127.0.0.1",
                KEY,
                "www.example.test",
                "192.0.2.7");
    }

    private static void fails(Script script, ExitStatus status, String message) throws IOException {
        try (var peer = ScriptedPeer.start(script)) {
            var run = against(peer.address().port());
            assertThat(run.status()).as(run.errors()).isEqualTo(status);
            assertThat(run.errors())
                    .startsWith("oupdate: error: ")
                    .contains(message)
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void serverIsDown() throws IOException {
        var run = against(FreePort.any());
        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors()).contains("connection refused");
    }

    @Test
    void serverIsSilent() throws IOException {
        fails(Script.silent(), ExitStatus.UNKNOWN, "within 300 ms");
    }

    @Test
    void serverClosesEarly() throws IOException {
        fails(Script.closing(), ExitStatus.UNKNOWN, "before a reply");
    }

    @Test
    void serverTalksGarbage() throws IOException {
        fails(Script.answering(_ -> new byte[] {1, 2, 3}), ExitStatus.UNKNOWN, "garbled");
    }

    @Test
    void replyHasAnotherId() throws IOException {
        fails(
                Script.replying(request -> request.reply(Rcode.NOERROR).withId(request.id() ^ 1)),
                ExitStatus.UNKNOWN,
                "reply has id");
    }

    @Test
    void replyIsNotSigned() throws IOException {
        fails(
                Script.replying(request -> request.reply(Rcode.NOERROR)),
                ExitStatus.UNKNOWN,
                "not signed");
    }

    @Test
    void commandLineMakesNoSense() {
        assertThat(run("127.0.0.1").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run("127.0.0.1", KEY, "www.example.test", "192.0.2.300").status())
                .isEqualTo(ExitStatus.USAGE);
        assertThat(run("127.0.0.1", "half:a-key", "www.example.test", "192.0.2.7").status())
                .isEqualTo(ExitStatus.USAGE);
    }
}
