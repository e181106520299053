package io.github.dnscli.gitstore.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Peer;
import io.github.dnscli.testkit.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshRemoteTest {

    private static SshServer server;

    @TempDir private Path folder;
    private Scene scene;

    @BeforeAll
    static void start() throws IOException {
        server = SshServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void make() throws IOException {
        scene = Scene.in(folder);
    }

    private String url() {
        return server.url(scene.remote().path());
    }

    private static RemoteAccess access(Optional<SshKey> key, Optional<Path> known, String... pins) {
        var usual = RemoteAccess.DEFAULT;
        return new RemoteAccess(
                key, known, List.of(pins), Optional.empty(), Optional.empty(), usual.timeout());
    }

    private static RemoteAccess withKey() {
        return access(
                Optional.of(new SshKey.InFile(server.clientKey())),
                Optional.of(server.knownHosts()));
    }

    private void fetchAndPush(ZoneRepository repository) throws IOException {
        var first = repository.fetch().after();
        var made = repository.commit(Scene.change(first, "example.com", "two\n"));
        assertThat(repository.push(made)).isEqualTo(new Pushed.Landed());
        assertThat(scene.remote().log()).containsExactly("Change example.com", "The first zone");
    }

    @Test
    void isReachedWithAKeyFileAndAFileOfKnownHosts() throws IOException {
        try (var repository = scene.open(url(), withKey())) {
            fetchAndPush(repository);
        }
    }

    @Test
    void isReachedWithTheSeedOfAKeyAndAFingerprint() throws IOException, GeneralSecurityException {
        byte[] seed = new byte[SshKey.Ed25519.LENGTH];
        Arrays.fill(seed, (byte) 7);
        server.authorize(PublicKeyEntry.toString(JdkEd25519.pair(seed).getPublic()));
        var access =
                access(
                        Optional.of(new SshKey.Ed25519(seed)),
                        Optional.empty(),
                        server.fingerprint());

        try (var repository = scene.open(url(), access)) {
            fetchAndPush(repository);
        }
    }

    @Test
    void isReachedWithAKeyOfTheAgent() throws IOException, InterruptedException {
        var socket = folder.resolve("agent");
        var agent =
                new ProcessBuilder(
                                Peer.SSH_AGENT.require().toString(), "-D", "-a", socket.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("agent.log").toFile())
                        .start();
        try {
            add(server.clientKey(), socket);
            var access = access(Optional.empty(), Optional.of(server.knownHosts()));
            try (var repository = scene.open(url(), access, Optional.of(socket))) {
                fetchAndPush(repository);
            }
        } finally {
            agent.destroy();
        }
    }

    private void add(Path key, Path socket) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Peer.SSH_ADD.require().toString(), key.toString());
        builder.environment().put("SSH_AUTH_SOCK", socket.toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("add.log").toFile());
        Process process;
        int attempts = 0;
        do {
            process = builder.start();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } while (process.exitValue() == 2 && ++attempts < 100);
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("add.log"))).isZero();
    }

    @Test
    void isReachedByTheNameThatTheUsersSettingsHaveForIt() throws IOException {
        Files.createDirectories(folder.resolve(".ssh"));
        Files.writeString(
                folder.resolve(".ssh/config"),
                """
                Host zones
                  HostName 127.0.0.1
                  Port %d
                  User %s
                  IdentityFile %s
                """
                        .formatted(server.port(), server.user(), server.clientKey()));
        Files.copy(server.knownHosts(), folder.resolve(".ssh/known_hosts"));

        try (var repository = scene.open("zones:" + scene.remote().path(), RemoteAccess.DEFAULT)) {
            fetchAndPush(repository);
        }
    }

    @Test
    void saysWhichHostKeyItMetWhenNoneIsKnown() throws IOException {
        var access =
                access(
                        Optional.of(new SshKey.InFile(server.clientKey())),
                        Optional.of(folder.resolve("none")));
        try (var repository = scene.open(url(), access)) {
            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessage(
                            "cannot use the remote '%1$s': its host key is not among the known hosts: it is %2$s (ssh-ed25519); if that is right, add it to the file of known hosts or say --authenticator %2$s"
                                    .formatted(url(), server.fingerprint()));
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void refusesAHostKeyThatIsNotTheOneGiven() throws IOException {
        var access =
                access(
                        Optional.of(new SshKey.InFile(server.clientKey())),
                        Optional.of(server.knownHosts()),
                        "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        try (var repository = scene.open(url(), access)) {
            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessageEndingWith(
                            "its host key is %s (ssh-ed25519), which is none of those given by --authenticator"
                                    .formatted(server.fingerprint()));
        }
    }

    @Test
    void saysWhichKeyIsNotLetIn() throws IOException {
        var access =
                access(
                        Optional.of(new SshKey.Ed25519(new byte[SshKey.Ed25519.LENGTH])),
                        Optional.of(server.knownHosts()));
        try (var repository = scene.open(url(), access)) {
            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessageEndingWith("it does not let us in by the key that was given");
        }
        var nothing = access(Optional.empty(), Optional.of(server.knownHosts()));
        try (var repository = scene.open(url(), nothing)) {
            assertThatThrownBy(repository::fetch)
                    .hasMessageEndingWith("give one by --ssh-key FILE");
        }
    }

    @Test
    void saysWhichKeyHasAPassphrase() throws IOException, InterruptedException {
        var key = folder.resolve("key");
        var command =
                List.of(
                        Peer.SSH_KEYGEN.require().toString(),
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "s3cret",
                        "-f",
                        key.toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor(10, TimeUnit.SECONDS))
                .isTrue();
        var access = access(Optional.of(new SshKey.InFile(key)), Optional.of(server.knownHosts()));
        try (var repository = scene.open(url(), access)) {
            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessageEndingWith(
                            "it does not let us in by the key '%s'; a key with a passphrase is used by way of an agent alone: see ssh-add"
                                    .formatted(key));
        }
    }

    @Test
    void saysWhichKeyCannotBeRead() throws IOException {
        var access =
                access(
                        Optional.of(new SshKey.InFile(folder.resolve("none"))),
                        Optional.of(server.knownHosts()));
        try (var repository = scene.open(url(), access)) {
            assertThatThrownBy(repository::fetch)
                    .hasMessageEndingWith(
                            "the key '%s' cannot be read".formatted(folder.resolve("none")));
        }
    }

    @Test
    void missesARepositoryThatIsGone() throws IOException {
        try (var repository = scene.open(url(), withKey())) {
            var first = repository.fetch().after();
            scene.remote().goAway();

            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessageEndingWith(
                            "there is no such repository, or none that we may see: fatal: '%s' does not appear to be a git repository"
                                    .formatted(scene.remote().path()));
            assertThatThrownBy(() -> repository.push(first)).isInstanceOf(RemoteTrouble.class);
        }
    }

    @Test
    void isRejectedByAHookWithItsWords() throws IOException {
        scene.remote().hook("update", "echo not $1 today; exit 1\n");
        try (var repository = scene.open(url(), withKey())) {
            var first = repository.fetch().after();
            var made = repository.commit(Scene.change(first, "example.com", "two\n"));

            assertThat(repository.push(made))
                    .isEqualTo(
                            new Pushed.Rejected(
                                    "hook declined\nnot refs/heads/main today\nerror: hook declined to update refs/heads/main"));
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port = FreePort.any();
        try (var repository = scene.open("ssh://git@127.0.0.1:" + port + "/x.git", withKey())) {
            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessageEndingWith("no connection: Connection refused");
        }
    }
}
