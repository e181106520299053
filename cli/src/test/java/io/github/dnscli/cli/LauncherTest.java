package io.github.dnscli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LauncherTest {

    @Test
    void runsTheCommandWithWhatTheUserSaid() {
        assertThat(greet("you")).hasToString("hello, you\n[exit status: 0]");
    }

    @ParameterizedTest
    @EnumSource
    void passesOnTheStatusOfTheCommand(ExitStatus status) {
        var run = run((_, _, _) -> status);

        assertThat(run.status()).isEqualTo(status);
    }

    @Test
    void leavesArgumentsThatBeginWithAnAtSignAlone() {
        assertThat(greet("@127.0.0.1").output()).isEqualTo("hello, @127.0.0.1\n");
    }

    @Test
    void takesAHyphenForAnArgument() {
        assertThat(greet("-").output()).isEqualTo("hello, -\n");
    }

    @Test
    void refusesAnEmptyWord() {
        assertThat(greet("--server", ""))
                .hasToString(
                        """
                        greet: error: a word of the command line is empty: ''
                        greet: hint: try 'greet --help'
                        [exit status: 2]""");
    }

    @Test
    void takesTheNameOfACommandBehindAnOptionForItsValue() {
        assertThat(greet("--server", "loudly").output()).isEqualTo("hello, world\n");
    }

    @Test
    void refusesAnUnknownOptionAndGuessesWhatWasMeant() {
        assertThat(greet("--tmeout", "5"))
                .hasToString(
                        """
                        greet: error: unknown option '--tmeout'
                        greet: hint: did you mean '--timeout'?
                        greet: hint: try 'greet --help'
                        [exit status: 2]""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a b           | unexpected argument 'b'
                    --port        | option '--port' needs a value: PORT
                    --port x      | 'x' is not valid for option '--port': a port is a number from 1 to 65535
                    --port 0      | '0' is not valid for option '--port': a port is a number from 1 to 65535
                    --port 65536  | '65536' is not valid for option '--port': a port is a number from 1 to 65535
                    --port 1 --port 2 | option '--port' is given more than once
                    --timeout 5x  | '5x' is not valid for option '--timeout': a span of time looks like 5s, 500ms, 2m or 1h30m
                    --color blue  | 'blue' is not valid for option '--color': it is none of 'auto', 'always', 'never'
                    --p 5300 -x   | unknown option '-x'
                    """)
    void saysWhatIsWrongWithACommandLine(String arguments, String problem) {
        var run = greet(arguments.split(" "));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors()).startsWith("greet: error: " + problem + "\n");
        assertThat(run.output()).isEmpty();
    }

    @Test
    void sendsTheUserOfASubcommandToItsOwnHelp() {
        assertThat(greet("loudly", "--times", "often").errors())
                .contains("option '--times'")
                .endsWith("greet: hint: try 'greet loudly --help'\n");
    }

    @ParameterizedTest
    @CsvSource({"--help", "-h", "--help=plain"})
    void showsHelpOnStandardOutput(String option) {
        var run = greet(option);

        assertThat(run.status()).isEqualTo(ExitStatus.YES);
        assertThat(run.output())
                .startsWith("Usage: greet [OPTIONS] [WHOM] [COMMAND]\nGreet somebody.\n")
                .contains("--dns-key", "--verbosity", "loudly");
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void showsTheHelpOfASubcommand() {
        assertThat(greet("loudly", "--help").output())
                .startsWith("Usage: greet loudly [OPTIONS]\n")
                .contains("--times");
    }

    @Test
    void showsTheVersion() {
        assertThat(greet("--version").output())
                .matches(
                        "greet \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?( \\(commit [0-9a-f]{10}( and local changes)?\\))?\n");
    }

    @Test
    void understandsAnOptionsBeginning() {
        assertThat(greet("--vers").output()).startsWith("greet ");
    }

    @Test
    void turnsTheMachinesTroubleIntoOneLine() {
        var run =
                run(
                        (_, _, _) -> {
                            throw new IOException("no reply within 5s");
                        });

        assertThat(run).hasToString("greet: error: no reply within 5s\n[exit status: 3]");
    }

    @Test
    void namesTheFileThatIsMissing() {
        var run =
                run(
                        (_, _, _) -> {
                            throw new NoSuchFileException("zone");
                        });

        assertThat(run)
                .hasToString("greet: error: 'zone': no such file or folder\n[exit status: 3]");
    }

    @Test
    void saysSomethingEvenOfTroubleWithoutAMessage() {
        var run =
                run(
                        (_, _, _) -> {
                            throw new FileNotFoundException();
                        });

        assertThat(run.errors()).isEqualTo("greet: error: FileNotFoundException\n");
    }

    @Test
    void ownsUpToABug() {
        var run = run(LauncherTest::stumble);

        assertThat(run)
                .hasToString(
                        """
                        greet: error: a bug in greet: java.lang.IllegalStateException: impossible
                        greet: hint: please report it, with what '--debug' shows
                        [exit status: 70]""");
    }

    @Test
    void showsWhereABugIsWhenAsked() {
        var run = run(LauncherTest::stumble, "--debug");

        assertThat(run.status()).isEqualTo(ExitStatus.BUG);
        assertThat(run.errors()).contains("LauncherTest.stumble");
    }

    private static ExitStatus stumble(Object parsed, Object world, Object console) {
        throw new IllegalStateException("impossible");
    }

    private static CommandRun greet(String... arguments) {
        return CommandRun.of(GreetCommand.greeting(), World.real(), arguments);
    }

    private static CommandRun run(GreetCommand.Deed deed, String... arguments) {
        return CommandRun.of(GreetCommand.doing(deed), World.real(), arguments);
    }
}
