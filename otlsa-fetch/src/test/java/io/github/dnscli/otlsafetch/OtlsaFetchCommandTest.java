package io.github.dnscli.otlsafetch;

import static io.github.dnscli.otlsafetch.Fetching.INTERMEDIATE;
import static io.github.dnscli.otlsafetch.Fetching.OWNER;
import static io.github.dnscli.otlsafetch.Fetching.ROOT;
import static io.github.dnscli.testkit.certificate.TestAuthority.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.testkit.Peer;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtlsaFetchCommandTest {

    private static final String GOOD =
            "certificate of 'foo.mirage', valid until 2027-02-19T12:00:00Z\n[exit status: 0]";

    @TempDir private Path folder;
    private Fetching fetching;

    @BeforeEach
    void prepare() throws IOException {
        fetching = new Fetching(folder);
    }

    @Test
    void installsTheChainInOrderAndWithoutTheRoot() throws IOException {
        var leaf = fetching.issued();

        assertThat(fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT"))
                .hasToString("installed 'foo.mirage.pem': " + GOOD);
        assertThat(fetching.read("foo.mirage.pem"))
                .isEqualTo(leaf.pem() + INTERMEDIATE.identity().pem());
    }

    @Test
    void opensslAcceptsTheBundle() throws IOException, InterruptedException {
        var openssl = Peer.OPENSSL.require();
        fetching.issued();
        fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT");

        var verify =
                new ProcessBuilder(
                                openssl.toString(),
                                "verify",
                                "-attime",
                                Long.toString(NOW.getEpochSecond()),
                                "-verify_hostname",
                                "foo.mirage",
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "foo.mirage.pem",
                                "foo.mirage.pem")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();

        assertThat(verify.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(verify.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("foo.mirage.pem: OK\n");
    }

    @Test
    void doesNotTouchAFileThatHoldsTheChain() throws IOException {
        fetching.issued();
        fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT");
        var written = Files.getLastModifiedTime(folder.resolve("foo.mirage.pem"));
        Files.setLastModifiedTime(folder.resolve("foo.mirage.pem"), FileTime.fromMillis(0));

        assertThat(fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT"))
                .hasToString("unchanged 'foo.mirage.pem': " + GOOD);
        assertThat(Files.getLastModifiedTime(folder.resolve("foo.mirage.pem")).toMillis()).isZero();
        assertThat(written.toMillis()).isPositive();
    }

    @Test
    void replacesAnotherChain() throws IOException {
        fetching.write("foo.mirage.pem", "old\n");
        var leaf = fetching.issued();

        assertThat(fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT"))
                .hasToString("changed 'foo.mirage.pem': " + GOOD);
        assertThat(fetching.read("foo.mirage.pem")).startsWith(leaf.pem());
    }

    @Test
    void writesTheFileOneNames() throws IOException {
        fetching.issued();

        assertThat(fetching.run("--ca=root.pem", "-o", "tls.pem", "foo.mirage.", "127.0.0.1#PORT"))
                .hasToString("installed 'tls.pem': " + GOOD);
        assertThat(fetching.files()).contains("tls.pem").doesNotContain("foo.mirage.pem");
    }

    @Test
    void printsTheChain() throws IOException {
        var leaf = fetching.issued();

        var run = fetching.run("--ca=root.pem", "-o", "-", "foo.mirage", "127.0.0.1#PORT");

        assertThat(run)
                .hasToString(leaf.pem() + INTERMEDIATE.identity().pem() + "[exit status: 0]");
        assertThat(fetching.files()).containsExactly("resolv.conf", "root.pem");
    }

    @Test
    void takesTheServerWithAnAtBeforeTheHost() throws IOException {
        fetching.issued();

        assertThat(fetching.run("--ca=root.pem", "@127.0.0.1", "foo.mirage", "--port=PORT"))
                .hasToString("installed 'foo.mirage.pem': " + GOOD);
    }

    @Test
    void asksTheSystemsResolver() throws IOException {
        fetching.issued();

        assertThat(fetching.run("--ca=root.pem", "foo.mirage", "--port=PORT"))
                .hasToString("installed 'foo.mirage.pem': " + GOOD);
    }

    @Test
    void asksTheNextResolverWhenOneIsAway() throws IOException {
        fetching.issued();
        fetching.resolvers("127.0.0.2", "127.0.0.1");

        assertThat(fetching.run("--ca=root.pem", "foo.mirage", "--port=PORT"))
                .hasToString("installed 'foo.mirage.pem': " + GOOD);
    }

    @Test
    void followsAnAlias() throws IOException {
        fetching.with(OWNER, RecordType.CNAME, "a.mirage.")
                .with("a.mirage.", RecordType.CNAME, "b.mirage.");

        assertThat(fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT"))
                .hasToString(
                        """
                        otlsa-fetch: error: nothing there yet: no certificate at 'b.mirage', where '_letsencrypt._tcp.foo.mirage' leads
                        otlsa-fetch: hint: no signing request stands there either; 'ocertify' puts one there
                        [exit status: 1]""");
    }

    @Test
    void isNotCaughtByAliasesInACircle() throws IOException {
        fetching.with(OWNER, RecordType.CNAME, "a.mirage.")
                .with("a.mirage.", RecordType.CNAME, OWNER);

        var run = fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT");

        assertThat(run.errors())
                .contains(
                        "aliases of '_letsencrypt._tcp.foo.mirage' go in circles, or on for more than 8 steps\n");
        assertThat(run.status().code()).isEqualTo(3);
    }

    @Test
    void tellsHowFarAnAliasCouldBeFollowed() throws IOException {
        fetching.with(OWNER, RecordType.CNAME, "elsewhere.example.");

        var run = fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT");

        assertThat(run.errors())
                .contains(
                        ": no records of 'elsewhere.example', where '_letsencrypt._tcp.foo.mirage' leads: server answers REFUSED");
        assertThat(run.status().code()).isEqualTo(1);
    }

    @Test
    void acceptsTheCertificateOfTheKey() throws IOException {
        fetching.withLeaf(INTERMEDIATE.leaf("foo.mirage"));
        fetching.writeKey("foo.key", fetching.issued());
        fetching.withLeaf(INTERMEDIATE.leaf("foo.mirage"));

        assertThat(fetching.run("--ca=root.pem", "--key=foo.key", "foo.mirage", "127.0.0.1#PORT"))
                .hasToString("installed 'foo.mirage.pem': " + GOOD);
    }

    @Test
    void acceptsTheCertificateOfTheKeyThatARequestIsFor() throws IOException {
        var key = CertificateKey.generate(KeyType.P256, new SecureRandom());
        var request = CertificateRequest.create(key, List.of(DomainName.of("foo.mirage")));
        fetching.write("foo.req", request.pem());
        fetching.issued();

        var run = fetching.run("--ca=root.pem", "--key=foo.req", "foo.mirage", "127.0.0.1#PORT");

        assertThat(run.errors()).contains("rejected: the certificate is for another key: 'sha256:");
        assertThat(run.status().code()).isEqualTo(1);
        fetching.withLeaf(INTERMEDIATE.leafFor(publicKey(key), List.of("foo.mirage")));
        assertThat(fetching.run("--ca=root.pem", "--key=foo.req", "foo.mirage", "127.0.0.1#PORT"))
                .hasToString("installed 'foo.mirage.pem': " + GOOD);
    }

    private static PublicKey publicKey(CertificateKey key) {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(key.publicKey().der()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void takesTheCertificateThatLastsLongest() throws IOException {
        fetching.issued();
        var longer =
                INTERMEDIATE.issue(
                        c -> c.hosts("foo.mirage").valid(NOW, NOW.plus(Duration.ofDays(100))));
        fetching.withLeaf(longer);
        fetching.withLeaf(
                INTERMEDIATE.issue(
                        c -> c.hosts("bar.mirage").valid(NOW, NOW.plus(Duration.ofDays(200)))));

        fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT");

        assertThat(fetching.read("foo.mirage.pem")).startsWith(longer.pem());
    }

    @Test
    void passesARecordOverThatIsNotDer() throws IOException {
        fetching.issued();
        fetching.with(OWNER, RecordType.TLSA, "3 0 0 DEADBEEF")
                .with(OWNER, RecordType.TLSA, "3 1 1 00112233");

        assertThat(fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT"))
                .hasToString(
                        """
                        installed 'foo.mirage.pem': certificate of 'foo.mirage', valid until 2027-02-19T12:00:00Z
                        otlsa-fetch: warning: record 'TLSA 3 0 0 DEADBEEF' should hold a certificate, and is not DER
                        [exit status: 0]""");
    }

    @Test
    void saysThatNothingButARequestIsThere() throws IOException {
        fetching.with(OWNER, RecordType.TLSA, "3 255 0 00");

        assertThat(fetching.run("--ca=root.pem", "foo.mirage", "--port=PORT"))
                .hasToString(
                        """
                        otlsa-fetch: error: nothing there yet: no certificate at '_letsencrypt._tcp.foo.mirage'
                        otlsa-fetch: hint: a signing request stands there, and waits for the certifier
                        otlsa-fetch: hint: a resolver remembers for a while that there was nothing; name the zone's own server to ask it
                        [exit status: 1]""");
        assertThat(fetching.files()).containsExactly("resolv.conf", "root.pem");
    }

    @Test
    void rejectsAChainWithAMissingLink() throws IOException {
        fetching.withLeaf(INTERMEDIATE.leaf("foo.mirage")).withAuthority(ROOT);

        assertRejected(
                "the certificate of 'CN=Intermediate', which issued 'CN=foo.mirage', is missing:"
                        + " it is neither in the chain nor in the file '"
                        + folder.resolve("root.pem")
                        + "'");
    }

    @Test
    void rejectsTheCertificateOfAnotherHost() throws IOException {
        fetching.withLeaf(INTERMEDIATE.leaf("bar.mirage")).withAuthority(INTERMEDIATE);

        assertRejected("the certificate is not for 'foo.mirage', but for 'bar.mirage'");
    }

    @Test
    void rejectsAnExpiredCertificate() throws IOException {
        fetching.withLeaf(
                        INTERMEDIATE.issue(
                                c ->
                                        c.commonName("foo")
                                                .hosts("foo.mirage")
                                                .valid(
                                                        NOW.minusSeconds(7200),
                                                        NOW.minusSeconds(1))))
                .withAuthority(INTERMEDIATE);

        assertRejected(
                "the certificate of 'CN=foo' expired on 2026-11-22T11:59:59Z, and it is 2026-11-22T12:00:00Z");
    }

    private void assertRejected(String reason) throws IOException {
        assertThat(fetching.run("--ca=root.pem", "foo.mirage", "127.0.0.1#PORT"))
                .hasToString(
                        "otlsa-fetch: error: certificate rejected: "
                                + reason
                                + "\n[exit status: 1]");
        assertThat(fetching.files()).containsExactly("resolv.conf", "root.pem");
    }

    @Test
    void rejectsTheCertificateOfAnotherKeyAndSaysAllThatIsWrong() throws IOException {
        fetching.writeKey("foo.key", INTERMEDIATE.leaf("other.mirage"));
        fetching.withLeaf(INTERMEDIATE.leaf("bar.mirage")).withAuthority(INTERMEDIATE);

        var run = fetching.run("--ca=root.pem", "--key=foo.key", "foo.mirage", "127.0.0.1#PORT");

        assertThat(run.errors().lines())
                .hasSize(2)
                .first()
                .isEqualTo(
                        "otlsa-fetch: error: certificate rejected: the certificate is not for 'foo.mirage', but for 'bar.mirage'");
        assertThat(run.errors()).contains("rejected: the certificate is for another key: 'sha256:");
        assertThat(run.status().code()).isEqualTo(1);
    }

    @Test
    void hintsAtTheRootOfAPrivateAuthority() throws IOException {
        fetching.issued();
        fetching.write("others.pem", TestAuthority.root("Other").identity().pem());

        var run = fetching.run("foo.mirage", "127.0.0.1#PORT");

        assertThat(run.errors())
                .startsWith(
                        "otlsa-fetch: error: certificate rejected: the root 'CN=Root' is not in the system's")
                .endsWith(
                        "otlsa-fetch: hint: a private authority is trusted by '--ca FILE', the file of its root\n");
        assertThat(run.status().code()).isEqualTo(1);
    }

    @Test
    void asksNobodyWhenTheTargetCannotBeWritten() throws IOException {
        assertThat(
                        fetching.runAt(
                                1,
                                "--ca=root.pem",
                                "-o",
                                "none/tls.pem",
                                "foo.mirage",
                                "127.0.0.1"))
                .hasToString(
                        "otlsa-fetch: error: cannot write '%s': no such file or folder\n[exit status: 3]"
                                .formatted(folder.resolve("none/tls.pem")));
    }

    @Test
    void refusesAKeyFileThatHoldsNone() throws IOException {
        assertThat(fetching.runAt(1, "--ca=root.pem", "--key=root.pem", "foo.mirage", "127.0.0.1"))
                .hasToString(
                        """
                        otlsa-fetch: error: 'root.pem': no private key in PEM form: expected a block 'PRIVATE KEY', 'RSA PRIVATE KEY' or 'EC PRIVATE KEY'
                        [exit status: 3]""");
    }

    @Test
    void refusesAFileOfRootsThatHoldsNone() throws IOException {
        fetching.write("empty.pem", "");

        assertThat(fetching.runAt(1, "--ca=empty.pem", "foo.mirage", "127.0.0.1"))
                .hasToString(
                        "otlsa-fetch: error: the file '%s' holds no certificate in PEM form\n[exit status: 3]"
                                .formatted(folder.resolve("empty.pem")));
    }

    @Test
    void refusesWordsThatMeanNoHost() {
        assertThat(fetching.runAt(1, "*.mirage"))
                .hasToString(
                        """
                        otlsa-fetch: error: '*.mirage' is not valid for HOST: a wildcard is no host
                        otlsa-fetch: hint: try 'otlsa-fetch --help'
                        [exit status: 2]""");
        assertThat(fetching.runAt(1, "@127.0.0.1"))
                .hasToString(
                        """
                        otlsa-fetch: error: missing HOST
                        otlsa-fetch: hint: try 'otlsa-fetch --help'
                        [exit status: 2]""");
        assertThat(fetching.runAt(1, "foo.mirage", "not/a/server").status().code()).isEqualTo(2);
        assertThat(fetching.runAt(1, "a.".repeat(120) + "mirage").errors()).contains("too long");
    }
}
