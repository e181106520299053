package io.github.dnscli.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.GreetCommand;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.common.transport.Conversation;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.testkit.terminal.ScriptedTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {

    private static final Work WORK = Work.of("waiting for tea").within(Duration.ofSeconds(60));
    private static final ServerAddress SERVER =
            new ServerAddress(InetAddress.ofLiteral("192.0.2.1"), 53);

    private final ScriptedTerminal terminal = new ScriptedTerminal();

    /// What a command does while it works.
    private interface Doing {
        void with(Console console) throws Exception;
    }

    private String shown(Doing doing, String... options) {
        return terminal.run(command(doing), terminal.world(), options);
    }

    private static GreetCommand command(Doing doing) {
        return GreetCommand.doing(
                (_, _, console) -> {
                    try {
                        doing.with(console);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                    return ExitStatus.YES;
                });
    }

    private void work(Console console, int seconds) {
        try (var _ = console.progress().begin(WORK)) {
            terminal.pass(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void showsWhatIsWaitedForAndForHowLongAndIsGoneInTheEnd() {
        assertThat(shown(console -> work(console, 3)))
                .isEqualTo(
                        "⌫waiting for tea · 1 s of 60 s"
                                + "⌫waiting for tea · 2 s of 60 s"
                                + "⌫waiting for tea · 3 s of 60 s⌫");
    }

    @Test
    void showsNothingOfWhatIsDoneWithinASecond() {
        assertThat(shown(console -> work(console, 0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"119, 119 s", "120, 2 min 0 s", "7199, 119 min 59 s", "7200, 2 h 0 min"})
    void saysLongTimesInLargerUnits(int seconds, String text) {
        assertThat(WORK.progress(Duration.ofSeconds(seconds))).isEqualTo(" · " + text + " of 60 s");
    }

    @Test
    void isWipedBeforeAnythingElseIsWritten() {
        var shown =
                shown(
                        console -> {
                            try (var _ = console.progress().begin(Work.of("w"))) {
                                terminal.pass(Duration.ofSeconds(1));
                                console.warning("hot");
                                console.answer("tea");
                                terminal.pass(Duration.ofSeconds(1));
                                console.answer("more");
                            }
                        });

        assertThat(shown)
                .isEqualTo(
                        "⌫w · 1 s⌫greet: warning: hot\ntea\n⌫w · 2 s⌫more\n"
                                .replace("warning:", "\u001b[33mwarning:\u001b[m"));
    }

    @Test
    void leavesLinesOfOthersAloneUntilTheyEnd() {
        var shown =
                shown(
                        console -> {
                            try (var _ = console.progress().begin(Work.of("w"))) {
                                console.print("{\"a\":");
                                terminal.pass(Duration.ofSeconds(2));
                                console.print("1}\n");
                                terminal.pass(Duration.ofSeconds(1));
                            }
                        });

        assertThat(shown).isEqualTo("{\"a\":1}\n⌫w · 3 s⌫");
    }

    @Test
    void saysHowFarItIs() {
        var shown =
                shown(
                        console -> {
                            var work = Work.of("checking").counting(() -> "2 of 3 files");
                            try (var _ = console.progress().begin(work)) {
                                terminal.pass(Duration.ofSeconds(1));
                            }
                        });

        assertThat(shown).isEqualTo("⌫checking · 2 of 3 files · 1 s⌫");
    }

    @Test
    void showsTheWholeAndNotItsParts() {
        var shown =
                shown(
                        console -> {
                            try (var _ = console.progress().begin(Work.of("whole"))) {
                                work(console, 1);
                                terminal.pass(Duration.ofSeconds(1));
                            }
                            work(console, 1);
                        });

        assertThat(shown).isEqualTo("⌫whole · 1 s⌫whole · 2 s⌫⌫waiting for tea · 1 s of 60 s⌫");
    }

    @Test
    void followsTheWidthAndEmptiesTheRowsOfALineThatWasBroken() {
        var shown =
                shown(
                        console -> {
                            try (var _ = console.progress().begin(WORK)) {
                                terminal.resize(12);
                                terminal.pass(Duration.ofSeconds(1));
                                terminal.resize(8);
                                terminal.pass(Duration.ofSeconds(1));
                            }
                        });

        assertThat(shown).isEqualTo("⌫waiting for⌫↑⌫waiting⌫");
    }

    @Test
    void showsTheTimeOnANarrowTerminalToo() {
        var shown =
                shown(
                        console -> {
                            terminal.resize(24);
                            work(console, 1);
                        });

        assertThat(shown).isEqualTo("⌫waiting … · 1 s of 60 s⌫");
    }

    @Test
    void drawsNoControlCharacters() {
        var shown =
                shown(
                        console -> {
                            try (var _ = console.progress().begin(Work.of("a\u001b[2Jb\n"))) {
                                terminal.pass(Duration.ofSeconds(1));
                            }
                        });

        assertThat(shown).isEqualTo("⌫a?[2Jb? · 1 s⌫");
    }

    @ParameterizedTest
    @CsvSource({
        "true,  xterm, -v,      true",
        "true,  xterm, -q,      false",
        "false, xterm, -v,      false",
        "true,  dumb,  -v,      false",
        "true,  '',    -v,      false"
    })
    void isDrawnOnlyOnATerminalThatCan(
            boolean isTerminal, String type, String option, boolean drawn) {
        var errors = new ByteArrayOutputStream();
        var console =
                Console.of("greet", errors, errors, new Terminals(false, isTerminal))
                        .drawing(terminal);
        var world = terminal.world().withEnvironment(Map.of("TERM", type));

        Launcher.launch(command(using -> work(using, 2)), List.of(option), world, console);

        assertThat(errors.toString(StandardCharsets.UTF_8).isEmpty()).isEqualTo(!drawn);
    }

    @Test
    void showsWhichServerIsWaitedFor() {
        var shown =
                shown(
                        console -> {
                            var over = console.progress().over(terminal.silent());
                            try (var line = over.open(SERVER, Duration.ofSeconds(2))) {
                                line.ask(new byte[12]);
                            } catch (IOException _) {
                                console.answer("no");
                            }
                        });

        assertThat(shown)
                .isEqualTo(
                        "⌫waiting for the reply of 192.0.2.1#53 · 1 s of 2 s"
                                + "⌫waiting for the reply of 192.0.2.1#53 · 2 s of 2 s⌫no\n");
    }

    @Test
    void countsTheMessagesOfATransfer() {
        var shown =
                shown(
                        console -> {
                            var over = console.progress().over((_, _) -> transfer());
                            try (var line = over.open(SERVER, Duration.ofSeconds(2))) {
                                line.ask(new byte[12]);
                                line.next();
                                line.next();
                            }
                        });

        assertThat(shown)
                .isEqualTo(
                        "⌫receiving from 192.0.2.1#53 · 1 message · 1 s"
                                + "⌫receiving from 192.0.2.1#53 · 2 messages · 2 s⌫");
    }

    private Conversation transfer() {
        return new Conversation() {
            @Override
            public byte[] ask(byte[] request) {
                return new byte[12];
            }

            @Override
            public byte[] next() {
                terminal.pass(Duration.ofSeconds(1));
                return new byte[12];
            }

            @Override
            public void close() {}
        };
    }
}
