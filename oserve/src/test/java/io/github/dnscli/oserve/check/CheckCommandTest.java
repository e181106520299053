package io.github.dnscli.oserve.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.testkit.BareRepository;
import io.github.dnscli.testkit.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String ZONE =
            "$TTL 1h\n@ SOA ns1 admin 7 2h 30m 2w 5m\n  NS ns1\nns1 A 192.0.2.1\n";
    private static final String KEY =
            "k._update.example.com:SHA256:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";

    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("zones"));
        write("zones/example.com", ZONE);
        write("zones/_keys", KEY);
    }

    private void write(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private CommandRun run(String... arguments) {
        var all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(arguments));
        var world =
                World.real()
                        .withDirectory(folder)
                        .withEnvironment(Map.of("HOME", folder.resolve("home").toString()));
        return CommandRun.of(new OserveCommand(), world, all.toArray(String[]::new));
    }

    private CommandRun checkFolder(String... more) {
        var all = new ArrayList<>(List.of("--zones", "zones"));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    @Test
    void saysYesWhenAllIsWell() {
        assertThat(checkFolder())
                .hasToString("zones served: 1, not served: 0; keys known: 1\n[exit status: 0]");
        assertThat(checkFolder("-v").errors())
                .contains("oserve: info: zone 'example.com' would be served: serial 7\n");
    }

    @Test
    void takesTheOptionsOfTheServerFromItsFile() throws IOException {
        write(
                "primary.options",
                "--zones zones\n--listen 127.0.0.1:53 # and no other\n--serial unix --axfr\n");
        assertThat(run("@primary.options").status()).isEqualTo(ExitStatus.YES);
    }

    @Test
    void saysNoWhenAZoneHasErrorsAndWhere() throws IOException {
        write("zones/example.org", ZONE + "www A nowhere\n");
        var run = checkFolder();
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output())
                .contains(folder.resolve("zones/example.org") + ":5:7: error: ")
                .endsWith(
                        """
                        zone 'example.org' would not be served
                        zones served: 1, not served: 1; keys known: 1
                        """);
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void saysNoWhenThereIsNothingToServe() throws IOException {
        Files.delete(folder.resolve("zones/example.com"));
        var run = checkFolder();
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output()).contains("there is no zone file in '");
    }

    @Test
    void toleratesWhatIsMerelyUnwise() throws IOException {
        write("zones/example.com", ZONE + "txt TXT \"\"\n");
        var run = checkFolder();
        assertThat(run.status()).isEqualTo(ExitStatus.YES);
        assertThat(run.output()).contains("example.com:5:", ": warning: ");
    }

    @Test
    void saysNoWhenAKeyOrThePolicyHasErrors() throws IOException {
        write("zones/_keys", KEY + "nonsense\n");
        assertThat(checkFolder().status()).isEqualTo(ExitStatus.NO);
        write("zones/_keys", KEY);
        write("policy", "grant k\n");
        var run = checkFolder("--policy", "policy");
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output()).contains(folder.resolve("policy") + ":1:");
    }

    @Test
    void saysNoWhenTheKeyOfAServerToBeToldIsMissing() {
        var run = checkFolder("--notify", "127.0.0.2=other._transfer");
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output()).contains("no key file holds the key 'other._transfer'\n");
    }

    @Test
    void couldNotFindOutWhatItCannotRead() {
        var keys = checkFolder("--keys", "none");
        assertThat(keys.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(keys.errors()).contains("oserve: error: '" + folder.resolve("none") + "': ");
        assertThat(checkFolder("--key-command", "exit 1").status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run("--zones", "none").status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(checkFolder("--policy", "none").status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run("--remote", "none").status()).isEqualTo(ExitStatus.UNKNOWN);
    }

    @Test
    void saysItToProgramsAsWell() throws IOException {
        write("zones/example.org", ZONE + "www A nowhere\n");
        var run = checkFolder("--json");
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output())
                .contains(
                        "\"ok\": false",
                        "\"zone\": \"example.com\"",
                        "\"serial\": 7",
                        "\"served\": false",
                        "\"keys\": 1")
                .endsWith("}\n");
    }

    private Git push(BareRepository remote) throws IOException {
        var git = remote.clone(folder.resolve("work"));
        Files.writeString(git.folder().resolve("example.com"), ZONE);
        git.run("add", "example.com");
        git.run("commit", "-q", "-m", "A zone");
        git.run("push", "-q", "origin", "HEAD:main");
        return git;
    }

    @Test
    void readsARepositoryAndLeavesNothingBehind() throws IOException {
        var remote = BareRepository.create(folder.resolve("remote"));
        var git = push(remote);
        String url = remote.path() + "#main";
        assertThat(run("--remote", url))
                .hasToString("zones served: 1, not served: 0; keys known: 0\n[exit status: 0]");
        Files.writeString(git.folder().resolve("example.com"), ZONE + "www A nowhere\n");
        git.run("commit", "-q", "-a", "-m", "An error");
        git.run("push", "-q", "origin", "HEAD:main");
        var run = run("--remote", url);
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output())
                .contains("example.com:5:7: error: ")
                .contains("zone 'example.com' would stay as it was, at serial 7\n");
        assertThat(folder.resolve("home")).doesNotExist();
    }
}
