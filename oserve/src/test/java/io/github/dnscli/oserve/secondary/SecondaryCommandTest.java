package io.github.dnscli.oserve.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.OserveCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondaryCommandTest {

    private static final String ZONE_KEY =
            "127.0.0.1.127.0.0.2._transfer.example.com:SHA256:c2VjcmV0";
    private static final String PLAIN = "one:SHA256:c2VjcmV0";

    @TempDir Path folder;

    private CommandRun run(String... arguments) {
        var words = new ArrayList<>(List.of("secondary", "--listen", "127.0.0.1:0"));
        words.addAll(List.of(arguments));
        return CommandRun.of(
                new OserveCommand(),
                World.real().withDirectory(folder).withEnvironment(Map.of()),
                words.toArray(String[]::new));
    }

    private void refuses(String problem, String... arguments) {
        failed(ExitStatus.USAGE, problem, arguments);
    }

    private void failed(ExitStatus status, String problem, String... arguments) {
        var run = run(arguments);
        assertThat(run.errors()).contains(problem).doesNotContain("c2VjcmV0", "Exception");
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void mustKnowWhereZonesComeFrom() {
        refuses("oserve: error: where do zones come from?");
        refuses("where do zones come from?", "--keys", PLAIN);
        refuses("'--primary' wants a '--zone'", "--primary", "127.0.0.1");
        refuses("option '--zone' is of use with '--primary' only", "--zone", "example.com");
        refuses(
                "option '--from-behind-nat' is of use with '--primary' only",
                "--keys",
                ZONE_KEY,
                "--from-behind-nat");
    }

    @Test
    void mustKnowWhichKeySigns() {
        refuses(
                "must say which key is meant",
                "--keys",
                PLAIN,
                "--keys",
                "two:SHA256:c2VjcmV0",
                "--primary",
                "127.0.0.1",
                "--zone",
                "example.com");
        refuses(
                "'--primary' names a key that '--keys' does not hold",
                "--keys",
                PLAIN,
                "--primary",
                "127.0.0.1=three",
                "--zone",
                "example.com");
        refuses(
                "'--from-behind-nat' wants a key",
                "--primary",
                "127.0.0.1",
                "--zone",
                "example.com",
                "--from-behind-nat");
        refuses(
                "key 'one' is given twice, with different secrets",
                "--keys",
                PLAIN,
                "--keys",
                "one:SHA256:b3RoZXI=");
    }

    @Test
    void takesEachZoneFromOnePlace() {
        refuses(
                "zone 'example.com' is named twice; it can come from one place only",
                "--keys",
                ZONE_KEY,
                "--primary",
                "127.0.0.1",
                "--zone",
                "example.com");
    }

    @Test
    void neverShowsWhatMayBeASecret() {
        refuses(
                "error: secret of key 'one' is empty or not base64",
                "--keys",
                "one:SHA256:c2VjcmV0!");
        refuses("error: algorithm 'WHIRL' is not one of SHA1", "--keys", "one:WHIRL:c2VjcmV0");
    }

    @Test
    void namesTheFileThatHoldsNoKeys() throws IOException {
        failed(
                ExitStatus.UNKNOWN,
                "'" + folder.resolve("none") + "': no such file",
                "--keys",
                "none");
        Files.writeString(folder.resolve("keys"), "nothing of the kind\n");
        failed(ExitStatus.UNKNOWN, "error: keys:1", "--keys", "keys");
        Files.writeString(folder.resolve("empty"), "");
        failed(ExitStatus.UNKNOWN, "'empty' holds no key", "--keys", "empty");
    }

    @Test
    void wantsAFolderForItsZones() throws IOException {
        refuses("option '--state' is missing, and there is no home folder", "--keys", ZONE_KEY);
        Files.writeString(folder.resolve("file"), "");
        failed(ExitStatus.UNKNOWN, "file", "--keys", ZONE_KEY, "--state", "file");
    }
}
