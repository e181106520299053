package io.github.dnscli.gitstore.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.dnscli.testkit.GitHttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpRemoteTest {

    private static final HttpCredentials CREDENTIALS =
            new HttpCredentials(GitHttpServer.USER, GitHttpServer.PASSWORD);

    @TempDir private Path folder;
    private Scene scene;
    private GitHttpServer server;

    @BeforeEach
    void start() throws IOException {
        scene = Scene.in(folder);
        server = GitHttpServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RemoteAccess access(boolean trusts, HttpCredentials... credentials) {
        return new RemoteAccess(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.<AuthoritySource>of(this::authority).filter(_ -> trusts),
                List.of(credentials).stream().findFirst(),
                Duration.ofSeconds(30));
    }

    private List<X509Certificate> authority() throws IOException {
        try (var pem = Files.newInputStream(server.authority())) {
            var known = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return List.of((X509Certificate) known);
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    private void fetchAndPush(ZoneRepository repository) throws IOException {
        var first = repository.fetch().after();
        var made = repository.commit(Scene.change(first, "example.com", "two\n"));
        assertThat(repository.push(made)).isEqualTo(new Pushed.Landed());
        assertThat(scene.remote().log()).containsExactly("Change example.com", "The first zone");
    }

    @Test
    void isReachedWithAnAuthorityAndCredentials() throws IOException {
        try (var repository = scene.open(server.url("remote.git"), access(true, CREDENTIALS))) {
            fetchAndPush(repository);
        }
    }

    @Test
    void isReachedWithThePasswordInTheUrlWhichIsKeptNowhere() throws IOException {
        String url = server.url("remote.git").replace("//", "//me:s3cret@");
        try (var repository = scene.open(url, access(true))) {
            fetchAndPush(repository);
        }
        assertThat(folder.resolve("ours/config"))
                .content()
                .contains("//me@")
                .doesNotContain("s3cret");
    }

    @Test
    void isRejectedByAHookWithItsWords() throws IOException {
        scene.remote().hook("pre-receive", "echo not today; exit 1\n");
        try (var repository = scene.open(server.url("remote.git"), access(true, CREDENTIALS))) {
            var first = repository.fetch().after();
            var made = repository.commit(Scene.change(first, "example.com", "two\n"));

            assertThat(repository.push(made))
                    .isEqualTo(new Pushed.Rejected("pre-receive hook declined\nnot today"));
        }
    }

    private void assertTrouble(RemoteAccess access, String repository, String message)
            throws IOException {
        try (var opened = scene.open(server.url(repository), access)) {
            assertThatThrownBy(opened::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessage(
                            "cannot use the remote '%s': %s"
                                    .formatted(server.url(repository), message));
        }
    }

    @Test
    void asksForCredentials() throws IOException {
        assertTrouble(
                access(true),
                "remote.git",
                "it asks for a user and password (401): give them by --remote-credentials FILE or in ~/.netrc");
    }

    @Test
    void doesNotAcceptAWrongPassword() throws IOException {
        assertTrouble(
                access(true, new HttpCredentials("me", "wr0ng")),
                "remote.git",
                "it does not accept the user and password (401)");
    }

    @Test
    void isNotTrustedWithoutItsAuthority() throws IOException {
        assertTrouble(
                access(false, CREDENTIALS),
                "remote.git",
                "its certificate is not trusted (unable to find valid certification path to requested target);"
                        + " authorities of your own are given by --remote-ca FILE");
    }

    @Test
    void hasNoSuchRepository() throws IOException {
        assertTrouble(
                access(true, CREDENTIALS),
                "other.git",
                "there is no such repository (404), or none that we may see");
    }

    @Test
    void wantsToBeLeftInPeace() throws IOException {
        server.fail(429);
        try (var repository = scene.open(server.url("remote.git"), access(true, CREDENTIALS))) {
            assertThatThrownBy(repository::fetch)
                    .hasMessageEndingWith(
                            "it has been asked too often (429), and wants to be asked again in 7 s")
                    .asInstanceOf(type(RemoteTrouble.class))
                    .extracting(RemoteTrouble::pause)
                    .isEqualTo(Optional.of(Duration.ofSeconds(7)));
            server.fail(503);
            assertThatThrownBy(repository::fetch)
                    .hasMessageContaining("it has trouble of its own (503)");
        }
    }

    @Test
    void credentialsAreInTheUsersFileToo() throws Exception {
        var home = FS.DETECTED.userHome();
        Files.writeString(folder.resolve(".netrc"), "machine git.example login you password pw\n");
        FS.DETECTED.setUserHome(folder.toFile());
        try {
            var uri = new URIish("https://git.example/zones.git");
            var user = new CredentialItem.Username();
            var password = new CredentialItem.Password();

            assertThat(HttpLogin.of(uri, Optional.empty()).get(uri, user, password)).isTrue();
            assertThat(user.getValue()).isEqualTo("you");
            assertThat(password.getValue()).containsExactly('p', 'w');
            assertThat(
                            HttpLogin.of(new URIish("https://other.example/"), Optional.empty())
                                    .isKnown())
                    .isFalse();
        } finally {
            FS.DETECTED.setUserHome(home);
        }
    }
}
