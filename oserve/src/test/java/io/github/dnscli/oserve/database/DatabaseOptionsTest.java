package io.github.dnscli.oserve.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.cli.World;
import io.github.dnscli.gitstore.repository.CommitSettings;
import io.github.dnscli.gitstore.repository.RemoteAccess;
import io.github.dnscli.gitstore.repository.SshKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

class DatabaseOptionsTest {

    private static final String FINGERPRINT = "SHA256:" + "A".repeat(43);
    private static final String OTHER = "SHA256:" + "B".repeat(43);
    private static final String SEED = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir Path folder;
    private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/me"));

    private DatabaseOptions options(String... arguments) throws IOException {
        var spec = CommandSpec.create().name("test");
        DatabaseOptions.addTo(spec);
        var parsed = new CommandLine(spec).parseArgs(arguments);
        var world = World.real().withDirectory(folder).withEnvironment(environment);
        return DatabaseOptions.of(parsed, world);
    }

    private RemoteOptions remote(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("--remote", "git@git.example.com:zones.git#live"));
        arguments.addAll(List.of(more));
        return switch (options(arguments.toArray(String[]::new)).source()) {
            case DatabaseOptions.Source.Remote(var remote) -> remote;
            case DatabaseOptions.Source.Folder folder -> throw new AssertionError(folder);
        };
    }

    @Test
    void asksForAFolderOrARepository() throws IOException {
        assertThat(options("--zones", "zones").source())
                .isEqualTo(new DatabaseOptions.Source.Folder(folder.resolve("zones")));
        assertThatThrownBy(this::options)
                .isInstanceOf(ParameterException.class)
                .hasMessage("option '--remote' or '--zones' is missing");
        assertThatThrownBy(() -> options("--zones", ".", "--remote", "u@h:p"))
                .isInstanceOf(ParameterException.class)
                .hasMessage("'--remote' and '--zones' exclude each other");
    }

    @Test
    void doesInARepositoryWhatIsUsual() throws IOException {
        var remote = remote();
        assertThat(remote.address().url()).isEqualTo("git@git.example.com:zones.git");
        assertThat(remote.address().branch()).contains("live");
        assertThat(remote.access())
                .usingRecursiveComparison()
                .ignoringFields("authorities")
                .isEqualTo(RemoteAccess.DEFAULT);
        assertThat(remote.access().authorities())
                .contains(new HttpsAuthorities(environment, Optional.empty()));
        assertThat(remote.commits()).isEqualTo(CommitSettings.DEFAULT);
        assertThat(remote.poll()).isEqualTo(Duration.ofMinutes(5));
        assertThat(remote.pushes()).isTrue();
        assertThat(remote.notes()).isFalse();
        assertThat(remote.raisesSerials()).isFalse();
    }

    @Test
    void takesAllOptionsOfARepository() throws IOException {
        var remote =
                remote(
                        "--poll=0",
                        "--no-push",
                        "--status-notes",
                        "--raise-serials",
                        "--state=state",
                        "--committer=Name Server <ns@example.com>",
                        "--sign-commits=signer");
        assertThat(remote.poll()).isZero();
        assertThat(remote.pushes()).isFalse();
        assertThat(remote.notes()).isTrue();
        assertThat(remote.raisesSerials()).isTrue();
        assertThat(remote.state()).isEqualTo(folder.resolve("state"));
        assertThat(remote.commits())
                .isEqualTo(
                        new CommitSettings(
                                "Name Server",
                                "ns@example.com",
                                Optional.of(folder.resolve("signer"))));
    }

    @Test
    void takesAllWaysToARepository() throws IOException {
        Files.writeString(folder.resolve("token"), "me:a:b\n");
        var access =
                remote(
                                "--ssh-key=id",
                                "--ssh-known-hosts=hosts",
                                "--authenticator=" + FINGERPRINT,
                                "--ssh-authenticator=" + OTHER + "=",
                                "--remote-ca=ca.pem",
                                "--remote-credentials=token",
                                "--remote-timeout=5s")
                        .access();
        assertThat(access.sshKey()).contains(new SshKey.InFile(folder.resolve("id")));
        assertThat(access.knownHosts()).contains(folder.resolve("hosts"));
        assertThat(access.hostKeys()).containsExactly(FINGERPRINT, OTHER);
        assertThat(access.authorities())
                .contains(new HttpsAuthorities(environment, Optional.of(folder.resolve("ca.pem"))));
        assertThat(access.credentials().orElseThrow().password()).isEqualTo("a:b");
        assertThat(access.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesTheSshKeyOfTheOriginal() throws IOException {
        assertThat(remote("--ssh-key", "ed25519:" + SEED).access().sshKey())
                .containsInstanceOf(SshKey.Ed25519.class);
        assertThatThrownBy(() -> remote("--ssh-key", "ed25519:" + SEED.substring(4)))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("the value of option '--ssh-key' is not valid: ")
                .hasMessageNotContaining(SEED.substring(4));
        assertThatThrownBy(() -> remote("--ssh-key", "rsa:topsecret"))
                .isInstanceOf(ParameterException.class)
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void neverShowsThePasswordOfAUrl() {
        assertThatThrownBy(() -> options("--remote", "gopher://me:topsecret@h/p"))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("the value of option '--remote' is not valid: ")
                .hasMessageNotContaining("topsecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "me", ":x", "me:a\nyou:b"})
    void wantsAUserAndAPasswordInAFileOfCredentials(String text) throws IOException {
        Files.writeString(folder.resolve("token"), text);
        assertThatThrownBy(() -> remote("--remote-credentials", "token"))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "'%s' does not hold one line of USER:PASSWORD", folder.resolve("token"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--poll=1m",
                "--push",
                "--no-push",
                "--status-notes",
                "--raise-serials",
                "--ssh-key=f",
                "--ssh-known-hosts=f",
                "--remote-ca=f",
                "--remote-credentials=f",
                "--remote-timeout=1s",
                "--sign-commits=f"
            })
    void refusesForAFolderWhatIsForRepositories(String option) {
        assertThatThrownBy(() -> options("--zones", ".", option))
                .isInstanceOf(ParameterException.class)
                .hasMessage(
                        "option '%s' is of use with '--remote' only",
                        option.replaceFirst("=.*", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "--authenticator, SHA256:short",
        "--ssh-authenticator, MD5:00",
        "--committer, me",
        "--committer, me <>",
        "--committer, <me@example.com>",
        "--remote-timeout, soon",
        "--poll, often",
        "--removal-delay, -1"
    })
    void saysWhichValueMakesNoSense(String option, String value) {
        assertThatThrownBy(() -> remote(option, value)).isInstanceOf(ParameterException.class);
    }

    @Test
    void refusesContradictions() {
        assertThatThrownBy(() -> remote("--push", "--no-push"))
                .hasMessage("'--push' and '--no-push' exclude each other");
        assertThatThrownBy(() -> remote("--remote-timeout", "0"))
                .hasMessage("'--remote-timeout' must be longer than nothing");
    }

    @Test
    void keepsItsStateWhereServicesAndUsersDo() throws IOException {
        assertThat(remote().state()).isEqualTo(Path.of("/home/me/.local/state/oserve"));
        environment.put("XDG_STATE_HOME", "/home/me/state");
        assertThat(remote().state()).isEqualTo(Path.of("/home/me/state/oserve"));
        environment.put("STATE_DIRECTORY", "/var/lib/oserve:/var/lib/other");
        assertThat(remote().state()).isEqualTo(Path.of("/var/lib/oserve"));
        environment.clear();
        assertThatThrownBy(this::remote)
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("option '--state' is missing");
    }

    @Test
    void waitsWithRemovalsInFoldersToo() throws IOException {
        assertThat(options("--zones", ".", "--removal-delay", "1h").removalDelay())
                .isEqualTo(Duration.ofHours(1));
        assertThat(options("--zones", ".").removalDelay()).isZero();
    }
}
