package io.github.dnscli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {

    private static final Terminals BOTH = new Terminals(true, true);

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "-q,                   error",
        "--quiet -vv,          error",
        "--verbosity=quiet,    error",
        "--verbosity=error,    error confirm",
        "--port=53,            error warning hint confirm",
        "--verbosity=warning,  error warning hint confirm",
        "-v,                   error warning hint info confirm",
        "--verbosity info,     error warning hint info confirm",
        "-v -v,                error warning hint info debug confirm",
        "-vv,                  error warning hint info debug confirm",
        "--verbosity=DEBUG,    error warning hint info debug confirm"
    })
    void saysAsMuchAsTheUserWants(String options, String said) {
        var run =
                CommandRun.of(GreetCommand.doing(ConsoleTest::sayAll), calm(), options.split(" "));

        assertThat(run.errors().replaceAll("greet: (\\w+): x\n", "$1 ") + run.output())
                .isEqualToIgnoringWhitespace(said);
    }

    private static ExitStatus sayAll(Object parsed, World world, Console console) {
        console.error("x");
        console.warning("x");
        console.hint("x");
        console.info("x");
        console.debug("x");
        console.confirm("confirm");
        return ExitStatus.YES;
    }

    @ParameterizedTest
    @CsvSource({
        "--color=always, false, '',  xterm, true",
        "--color=never,  true,  '',  xterm, false",
        "--color=auto,   true,  '',  xterm, true",
        "--color=auto,   false, '',  xterm, false",
        "--port=53,      true,  '',  xterm, true",
        "--port=53,      true,  1,   xterm, false",
        "--port=53,      true,  '',  dumb,  false",
        "--color=always, true,  1,   dumb,  true"
    })
    void decidesAboutColours(
            String option, boolean terminal, String noColor, String term, boolean colored) {
        var world = calm().withEnvironment(Map.of("NO_COLOR", noColor, "TERM", term));
        var console = Console.of("greet", output, errors, new Terminals(terminal, terminal));

        Launcher.launch(GreetCommand.doing(ConsoleTest::sayInRed), List.of(option), world, console);

        assertThat(text(output)).isEqualTo(colored ? "\u001b[31mred\u001b[m\n" : "red\n");
        assertThat(text(errors))
                .isEqualTo(colored ? "greet: \u001b[31merror:\u001b[m no\n" : "greet: error: no\n");
    }

    private static ExitStatus sayInRed(Object parsed, World world, Console console) {
        console.answer(console.paint(Color.RED, "red"));
        console.error("no");
        return ExitStatus.NO;
    }

    @Test
    void putsPrioritiesInFrontOfLines() {
        var errors = new ByteArrayOutputStream();
        var output = new ByteArrayOutputStream();
        var console = Console.of("greet", output, errors, Terminals.NONE).withPriorities();
        console.error("x");
        console.warning("x");
        console.event("x");
        console.line(Priority.DEBUG, "{}");
        console.answer("y");

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .isEqualTo("<3>greet: error: x\n<4>greet: warning: x\n<6>greet: info: x\n<7>{}\n");
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("y\n");
    }

    @Test
    void colorsHelpOnATerminal() {
        var console = Console.of("greet", output, errors, BOTH);
        var world = calm().withEnvironment(Map.of());

        Launcher.launch(GreetCommand.greeting(), List.of("--help"), world, console);

        assertThat(text(output)).contains("\u001b[");
    }

    @Test
    void endsQuietlyWhenTheReaderOfAPipeGoesAway() {
        var console = Console.of("greet", failing("Broken pipe"), errors, Terminals.NONE);

        var status = Launcher.launch(GreetCommand.greeting(), List.of(), calm(), console);

        assertThat(status).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(text(errors)).isEmpty();
    }

    @Test
    void saysThatAFullDiskTookNoAnswer() {
        var console =
                Console.of("greet", failing("No space left on device"), errors, Terminals.NONE);

        var status = Launcher.launch(GreetCommand.greeting(), List.of(), calm(), console);

        assertThat(status).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(text(errors))
                .isEqualTo(
                        "greet: error: cannot write to standard output: No space left on device\n");
    }

    @Test
    void goesOnWithoutListenersOfErrors() {
        var console = Console.of("greet", output, failing("Broken pipe"), Terminals.NONE);

        var status =
                Launcher.launch(
                        GreetCommand.doing(ConsoleTest::sayInRed), List.of(), calm(), console);

        assertThat(status).isEqualTo(ExitStatus.NO);
    }

    @Test
    void writesUtf8() {
        Console.of("greet", output, errors, Terminals.NONE).answer("ß");

        assertThat(output.toByteArray()).isEqualTo("ß\n".getBytes(StandardCharsets.UTF_8));
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(message);
            }
        };
    }

    private static World calm() {
        return World.real();
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
