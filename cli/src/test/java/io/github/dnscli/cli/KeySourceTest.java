package io.github.dnscli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySourceTest {

    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private static final String KEY = "personal._update.mirage:SHA256:" + SECRET;

    @TempDir private Path folder;

    @Test
    void readsAKeyFromTheCommandLine() {
        assertThat(greet(Map.of(), "--key", KEY).output())
                .isEqualTo("personal._update.mirage (hmac-sha256)\n");
    }

    @Test
    void readsAKeyFromAFile() throws IOException {
        Files.writeString(folder.resolve("mine.key"), KEY + "\n");

        assertThat(greet(Map.of(), "--dns-key", "@mine.key").output()).contains("personal");
    }

    @Test
    void readsAKeyFromAVariable() {
        assertThat(greet(Map.of("MINE", KEY), "--key=env:MINE").output()).contains("personal");
    }

    @Test
    void readsTheKeyOfTheEnvironmentWhenNoneIsGiven() {
        assertThat(greet(Map.of("DNSCLI_KEY", KEY)).output()).contains("personal");
    }

    @Test
    void prefersTheCommandLine() {
        var run = greet(Map.of("DNSCLI_KEY", KEY), "--key", "other:SHA512:" + SECRET);

        assertThat(run.output()).isEqualTo("other (hmac-sha512)\n");
    }

    @Test
    void goesWithoutAKey() {
        assertThat(greet(Map.of()).output()).isEqualTo("none\n");
    }

    @Test
    void refusesAVariableThatIsNotSet() {
        assertThat(greet(Map.of(), "--key=env:MINE"))
                .hasToString(
                        "greet: error: environment variable 'MINE' is not set\n[exit status: 2]");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        var run = greet(Map.of(), "--key=@none");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors()).contains("none': no such file or folder");
    }

    @Test
    void refusesAFileWithoutKeys() throws IOException {
        Files.writeString(folder.resolve("empty"), "");

        assertThat(greet(Map.of(), "--key=@empty").status()).isEqualTo(ExitStatus.UNKNOWN);
    }

    @Test
    void refusesAFileTooLargeForKeys() throws IOException {
        Files.writeString(folder.resolve("big"), "x".repeat((1 << 20) + 1));

        assertThat(greet(Map.of(), "--key=@big"))
                .hasToString("greet: error: 'big' is too large for a key file\n[exit status: 3]");
    }

    @Test
    void neverRepeatsWhatMayBeASecret() {
        for (var bad :
                new String[] {SECRET, "a:b:" + SECRET, "a:SHA256:" + SECRET + "!", "::" + SECRET}) {
            var run = greet(Map.of(), "-vv", "--key", bad);

            assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(run.toString()).doesNotContain(SECRET);
        }
        assertThat(new KeySource(KEY)).asString().doesNotContain(SECRET);
    }

    @Test
    void mentionsOnlyWhenTalkativeThatAKeyOnTheCommandLineIsSeen() {
        assertThat(greet(Map.of(), "--key", KEY).errors()).isEmpty();
        assertThat(greet(Map.of(), "-v", "--key", KEY).errors()).contains("can see it");
        assertThat(greet(Map.of("DNSCLI_KEY", KEY), "-v").errors()).isEmpty();
    }

    private CommandRun greet(Map<String, String> environment, String... arguments) {
        var world = World.real().withDirectory(folder).withEnvironment(environment);
        var command =
                GreetCommand.doing(
                        (parsed, given, console) ->
                                say(KeySource.choose(parsed, given, console), console));
        return CommandRun.of(command, world, arguments);
    }

    private static ExitStatus say(KeyChoice choice, Console console) {
        return switch (choice) {
            case KeyChoice.Chosen(var key) -> answer(key.toString(), console);
            case KeyChoice.Absent() -> answer("none", console);
            case KeyChoice.Unusable(var problem, var status) -> {
                console.error(problem);
                yield status;
            }
        };
    }

    private static ExitStatus answer(String text, Console console) {
        console.answer(text);
        return ExitStatus.YES;
    }
}
