package io.github.dnscli.osh.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.cli.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

@Timeout(30)
class ForegroundTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Console console =
            Console.of("osh", new ByteArrayOutputStream(), errors, Terminals.NONE);

    /// Something that waits.
    private interface Wait {
        void begin() throws IOException, InterruptedException;
    }

    private record WaitingCommand(Wait pending, CountDownLatch begun) implements Command {

        @Override
        public CommandSpec spec() {
            return CommandSpec.create().name("wait");
        }

        @Override
        public Manual manual() {
            return Manual.of("Waits.");
        }

        @Override
        public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
            begun.countDown();
            try {
                pending.begin();
            } catch (InterruptedException _) {
                throw new InterruptedIOException("interrupted");
            }
            return ExitStatus.YES;
        }
    }

    private Foreground.Outcome interrupted(Duration grace, int times, Wait wait) {
        var foreground = new Foreground(grace);
        var begun = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                begun.await();
                            } catch (InterruptedException _) {
                                return;
                            }
                            for (int i = 0; i < times; i++) {
                                foreground.interrupt();
                            }
                        });
        return foreground.run(
                "wait", new WaitingCommand(wait, begun), List.of(), World.real(), console);
    }

    @Test
    void commandsTellTheirStatus() {
        var begun = new CountDownLatch(1);
        var outcome =
                new Foreground(LONG)
                        .run(
                                "wait",
                                new WaitingCommand(() -> {}, begun),
                                List.of(),
                                World.real(),
                                console);
        assertThat(outcome).isEqualTo(new Foreground.Outcome.Ended(ExitStatus.YES));
    }

    @Test
    void pausesBreakOff() {
        assertThat(interrupted(LONG, 1, () -> World.real().pause().pause(LONG)))
                .isEqualTo(new Foreground.Outcome.Interrupted(false));
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void socketsBreakOff() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Wait wait =
                    () -> {
                        try (var socket =
                                new Socket(silent.getInetAddress(), silent.getLocalPort())) {
                            int _ = socket.getInputStream().read();
                        }
                    };
            assertThat(interrupted(LONG, 1, wait))
                    .isEqualTo(new Foreground.Outcome.Interrupted(false));
        }
    }

    @Test
    void whatDoesNotEndIsLeftBehind() {
        var never = new CountDownLatch(1);
        Wait deaf =
                () -> {
                    boolean over = false;
                    while (!over) {
                        try {
                            never.await();
                            over = true;
                        } catch (InterruptedException _) {
                            // It does not listen.
                        }
                    }
                };
        assertThat(interrupted(Duration.ofMillis(50), 1, deaf))
                .isEqualTo(new Foreground.Outcome.Interrupted(true));
        assertThat(interrupted(LONG, 2, deaf)).isEqualTo(new Foreground.Outcome.Interrupted(true));
        never.countDown();
    }
}
