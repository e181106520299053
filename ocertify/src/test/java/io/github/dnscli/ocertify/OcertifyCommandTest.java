package io.github.dnscli.ocertify;

import static io.github.dnscli.ocertify.Town.INTERMEDIATE;
import static io.github.dnscli.ocertify.Town.KEY;
import static io.github.dnscli.ocertify.Town.OWNER;
import static io.github.dnscli.ocertify.Town.ROOT_KEY;
import static io.github.dnscli.testkit.certificate.TestAuthority.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.testkit.Peer;
import io.github.dnscli.testkit.terminal.ScriptedTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OcertifyCommandTest {

    private static final String UPLOADED =
            "request uploaded to zone 'mirage' at '_letsencrypt._tcp.foo.mirage'\n";
    private static final String SUCCESS =
            "success! your certificate is stored in foo.mirage.pem (private key foo.mirage.key, csr foo.mirage.req)\n[exit status: 0]";
    private static final String ADDITIONAL = "_letsencrypt._tcp.bar.mirage.";

    @TempDir private Path folder;
    private Town town;

    @BeforeEach
    void build() throws IOException {
        town = new Town(folder);
    }

    @AfterEach
    void leave() {
        town.close();
    }

    @Test
    void uploadsWaitsVerifiesAndStores() throws IOException {
        town.answeringAfter(2);

        assertThat(town.runWithKey()).hasToString(UPLOADED + SUCCESS);
        assertThat(town.files())
                .containsExactly("foo.mirage.key", "foo.mirage.pem", "foo.mirage.req");
        assertThat(town.pauses())
                .containsExactly(Duration.ofMillis(50), Duration.ofNanos(62_500_000));
        assertThat(town.read("foo.mirage.pem")).endsWith(INTERMEDIATE.identity().pem());
    }

    @Test
    void keepsTheKeyToTheOwner() throws IOException {
        town.runWithKey("--wait=0");

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(town.file("foo.mirage.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void opensslAcceptsTheBundleAndTheRequest() throws IOException, InterruptedException {
        town.answeringAfter(1).runWithKey();

        assertThat(
                        openssl(
                                "verify",
                                "-attime",
                                Long.toString(NOW.getEpochSecond()),
                                "-verify_hostname",
                                "foo.mirage",
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "foo.mirage.pem",
                                "foo.mirage.pem"))
                .isEqualTo("foo.mirage.pem: OK\n");
        assertThat(openssl("req", "-verify", "-noout", "-text", "-in", "foo.mirage.req"))
                .contains("DNS:foo.mirage")
                .contains("prime256v1");
    }

    private String openssl(String... arguments) throws IOException, InterruptedException {
        var command =
                Stream.concat(Stream.of(Peer.OPENSSL.require().toString()), Stream.of(arguments));
        var process =
                new ProcessBuilder(command.toList())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void hasNothingToDoWhenTheCertificateAtHandIsGood() throws IOException {
        town.answeringAfter(1).runWithKey();

        assertThat(town.runAt(1))
                .hasToString(
                        "valid certificate in 'foo.mirage.pem' until 2027-02-19T12:00:00Z; nothing to do\n[exit status: 0]");
    }

    @Test
    void goesOnWhenForced() throws IOException {
        town.answeringAfter(1).runWithKey();

        assertThat(town.runWithKey("--force"))
                .hasToString(
                        "unchanged: your certificate is stored in foo.mirage.pem (private key foo.mirage.key, csr foo.mirage.req)\n[exit status: 0]");
    }

    @Test
    void replacesACertificateThatIsDueForRenewal() throws IOException {
        town.answeringAfter(1).runWithKey();
        town.at(NOW.plus(Duration.ofDays(60)));
        var serial = town.serial("mirage.");

        assertThat(town.runWithKey())
                .hasToString(
                        """
                        unchanged: your certificate is stored in foo.mirage.pem (private key foo.mirage.key, csr foo.mirage.req)
                        ocertify: warning: the certificate is due for renewal, and there is no newer one in the DNS yet; it is valid until 2027-02-19T12:00:00Z
                        [exit status: 0]""");
        assertThat(town.serial("mirage.")).isEqualTo(serial);
    }

    @Test
    void onlyFetchesWithoutATsigKey() throws IOException {
        assertThat(town.run())
                .hasToString(
                        """
                        ocertify: error: nothing there yet: no certificate that answers 'foo.mirage.req' at '_letsencrypt._tcp.foo.mirage'
                        ocertify: hint: to put the request into the DNS, give a TSIG key with '--dns-key'
                        [exit status: 1]""");
        assertThat(town.files()).containsExactly("foo.mirage.key", "foo.mirage.req");
    }

    @Test
    void fetchesWhatWasAnsweredMeanwhile() throws IOException {
        assertThat(town.runWithKey("--wait=0"))
                .hasToString(
                        UPLOADED
                                + """
                        ocertify: error: not there yet: the request is in the DNS, and after 0s no certificate at '_letsencrypt._tcp.foo.mirage' answers it
                        ocertify: hint: run the same command again later, or wait longer with '--wait'
                        [exit status: 1]""");
        town.answer(OWNER, UnaryOperator.identity());

        assertThat(town.run()).hasToString(SUCCESS);
    }

    @Test
    void sendsNothingTwice() throws IOException {
        town.runWithKey("--wait=0");
        var serial = town.serial("mirage.");

        assertThat(town.runWithKey("--wait=0", "-v").errors())
                .contains("ocertify: info: the request is in the DNS already\n");
        assertThat(town.serial("mirage.")).isEqualTo(serial);
    }

    @Test
    void givesUpWhenTheWaitIsOver() {
        assertThat(town.runWithKey("--wait=100ms").status().code()).isEqualTo(1);
        assertThat(town.pauses()).containsExactly(Duration.ofMillis(50), Duration.ofMillis(50));
    }

    @Test
    void looksMoreSeldomTheLongerItWaits() {
        assertThat(town.runWithKey("--wait=1h").status().code()).isEqualTo(1);
        assertThat(town.pauses()).hasSizeBetween(370, 390).contains(Duration.ofSeconds(10));
    }

    @Test
    void replacesOnlyAnOlderRequest() throws IOException {
        var certificate = TlsaRole.LEAF.data(INTERMEDIATE.leaf("foo.mirage").der());
        var dane = RecordData.of(RecordType.TLSA, "3 1 1 00112233");
        var garbage = RecordData.of(RecordType.TLSA, "3 255 0 00");
        var others = requestFor("bar.mirage", "foo.mirage");
        town.with(
                OWNER,
                RecordType.TLSA,
                certificate,
                dane,
                garbage,
                others,
                requestFor("foo.mirage"));

        assertThat(town.runWithKey("--wait=0").status().code()).isEqualTo(1);

        var mine = TlsaRole.REQUEST.data(stored().der());
        assertThat(town.tlsa(OWNER)).containsExactlyInAnyOrder(certificate, dane, others, mine);
    }

    private static RecordData requestFor(String... hosts) {
        var key = CertificateKey.generate(KeyType.P256, 0, new SecureRandom());
        return CertificateRequest.create(
                        key, Stream.of(hosts).map(h -> DomainName.of(h + ".")).toList())
                .data();
    }

    private CertificateRequest stored() throws IOException {
        return switch (CertificateRequest.parse(town.read("foo.mirage.req"))) {
            case DecodedRequest.Valid(var request) -> request;
            case DecodedRequest.Invalid(_, var problem) -> throw new AssertionError(problem);
        };
    }

    @Test
    void uploadsAtThePlaceOfEveryName() throws IOException {
        assertThat(
                        town.runWithKey(
                                        "--wait=0",
                                        "--additional=bar.mirage",
                                        "--additional=*.foo.mirage",
                                        "--additional=*.x.mirage")
                                .output())
                .isEqualTo(
                        "request uploaded to zone 'mirage' at '_letsencrypt._tcp.x.mirage', '_letsencrypt._tcp.bar.mirage', '_letsencrypt._tcp.foo.mirage'\n");
        assertThat(town.tlsa(OWNER))
                .isEqualTo(town.tlsa(ADDITIONAL))
                .isEqualTo(town.tlsa("_letsencrypt._tcp.x.mirage."))
                .hasSize(1);
        assertThat(Town.request(town.tlsa(OWNER)).names())
                .extracting(DomainName::display)
                .containsExactly("foo.mirage", "bar.mirage", "*.foo.mirage", "*.x.mirage");
    }

    @Test
    void leavesTheRequestOfAnAdditionalHostInPlace() {
        var its = requestFor("bar.mirage");
        var older = requestFor("foo.mirage", "bar.mirage");
        town.with(ADDITIONAL, RecordType.TLSA, its, older);

        town.runWithKey("--wait=0", "--additional=bar.mirage");

        assertThat(town.tlsa(ADDITIONAL)).hasSize(2).contains(its).doesNotContain(older);
    }

    @Test
    void updatesEachZoneThatOfTheHostLast() {
        assertThat(
                        town.run(
                                        "--dns-key=" + ROOT_KEY,
                                        "--wait=0",
                                        "--additional=www.other",
                                        "--additional=bar.mirage")
                                .output())
                .isEqualTo(
                        """
                        request uploaded to zone 'other' at '_letsencrypt._tcp.www.other'
                        request uploaded to zone 'mirage' at '_letsencrypt._tcp.bar.mirage', '_letsencrypt._tcp.foo.mirage'
                        """);
    }

    @Test
    void tellsWhichZoneRefuses() throws IOException {
        assertThat(town.runWithKey("--additional=www.other"))
                .hasToString(
                        """
                        ocertify: error: 127.0.0.1:%d: request not uploaded to zone 'other': server answers REFUSED (the server's policy forbids it; a key, another key or another client address may be needed)
                        [exit status: 1]"""
                                .formatted(town.port()));
        assertThat(town.tlsa(OWNER)).isEmpty();
        assertThat(town.files()).containsExactly("foo.mirage.key", "foo.mirage.req");
    }

    @Test
    void followsAnAlias() {
        town.with(OWNER, RecordType.CNAME, "certificates.other.").answeringAfter(1);

        assertThat(town.run("--dns-key=" + ROOT_KEY, "--wait=0"))
                .hasToString(
                        """
                        request uploaded to zone 'other' at 'certificates.other'
                        ocertify: error: not there yet: the request is in the DNS, and after 0s no certificate at 'certificates.other', where '_letsencrypt._tcp.foo.mirage' leads answers it
                        ocertify: hint: run the same command again later, or wait longer with '--wait'
                        [exit status: 1]""");
        town.answer("certificates.other.", UnaryOperator.identity());
        assertThat(town.run()).hasToString(SUCCESS);
    }

    @Test
    void passesTheAliasOfAWildcardOver() {
        town.with("*.mirage.", RecordType.CNAME, "ns1.mirage.").answeringAfter(1);

        assertThat(town.runWithKey()).hasToString(UPLOADED + SUCCESS);
    }

    @Test
    void rejectsWhatIsNotTrusted() throws IOException {
        town.runWithKey("--wait=0");
        town.answer(OWNER, UnaryOperator.identity());

        var run = town.runAsWritten("--port=" + town.port(), "127.0.0.1", "foo.mirage");

        assertThat(run.errors())
                .startsWith(
                        "ocertify: error: certificate rejected: the root 'CN=Root' is not in the system's")
                .endsWith(
                        "ocertify: hint: a private authority is trusted by '--ca FILE', the file of its root\n");
        assertThat(run.status().code()).isEqualTo(1);
        assertThat(town.files()).containsExactly("foo.mirage.key", "foo.mirage.req");
    }

    @Test
    void rejectsAChainWithAMissingLink() throws IOException {
        town.runWithKey("--wait=0");
        town.answer(OWNER, chain -> chain.subList(0, 1));

        assertThat(town.runWithKey())
                .hasToString(
                        "ocertify: error: certificate rejected: the certificate of 'CN=Intermediate', which issued 'foo.mirage', is missing: it is neither in the chain nor in the file '%s'\n[exit status: 1]"
                                .formatted(town.file("root.pem")));
    }

    @Test
    void passesCertificatesOverThatDoNotAnswerTheRequest() {
        town.with(
                OWNER,
                RecordType.TLSA,
                TlsaRole.LEAF.data(INTERMEDIATE.leaf("foo.mirage").der()),
                RecordData.of(RecordType.TLSA, "3 0 0 DEADBEEF"));

        var run = town.runWithKey("--wait=5s", "-v");

        assertThat(run.status().code()).isEqualTo(1);
        assertThat(run.errors())
                .containsOnlyOnce(
                        "warning: record 'TLSA 3 0 0 DEADBEEF' should hold a certificate, and is not DER\n")
                .containsOnlyOnce(
                        "info: a certificate at '_letsencrypt._tcp.foo.mirage' is passed over: the certificate is for another key");
    }

    @Test
    void takesTheOriginalsCommandLine() throws IOException {
        var run =
                town.runAsWritten(
                        "--port",
                        Integer.toString(town.port()),
                        "--dns-key",
                        KEY,
                        "--additional",
                        "bar.mirage",
                        "--csr",
                        "my.csr",
                        "--key",
                        "my.key",
                        "--type=ed25519",
                        "--certificate=my.pem",
                        "--verbosity=info",
                        "--wait=0",
                        "127.0.0.1",
                        "foo.mirage");

        assertThat(run.status().code()).isEqualTo(1);
        assertThat(town.files()).containsExactly("my.csr", "my.key");
    }

    @Test
    void asksNobodyWhenTheTargetCannotBeWritten() throws IOException {
        assertThat(town.runAt(1, "--certificate=none/tls.pem"))
                .hasToString(
                        "ocertify: error: cannot write '%s': no such file or folder\n[exit status: 3]"
                                .formatted(town.file("none/tls.pem")));
        assertThat(town.files()).isEmpty();
    }

    @Test
    void refusesWordsThatMakeNoSense() {
        assertUsage(
                "'*.mirage' is not valid for HOST: a wildcard is no host", "127.0.0.1", "*.mirage");
        assertUsage(
                "a key cannot be made of '--seed': only the original's random numbers give the same key; leave it out, or give the key itself with '--data'",
                "--seed=c2VjcmV0",
                "127.0.0.1",
                "foo.mirage");
        assertUsage(
                "'--bits' is for keys of type 'rsa'",
                "--bits=4096",
                "--type=p256",
                "127.0.0.1",
                "foo.mirage");
        assertUsage(
                "'1024' is not valid for option '--bits': a length is a number from 2048 to 8192",
                "--bits=1024",
                "127.0.0.1",
                "foo.mirage");
        assertUsage(
                "key, request and certificate want a file each",
                "--key=a",
                "--csr=a",
                "127.0.0.1",
                "foo.mirage");
    }

    private void assertUsage(String problem, String... arguments) {
        assertThat(town.runAsWritten(arguments))
                .hasToString(
                        "ocertify: error: %s\nocertify: hint: try 'ocertify --help'\n[exit status: 2]"
                                .formatted(problem));
    }

    @Test
    void showsThatItWaits() {
        var terminal = new ScriptedTerminal(NOW);
        var world = terminal.world().withDirectory(folder).withTransport(World.real().transport());
        var shown =
                terminal.run(
                        new OcertifyCommand(),
                        world,
                        "--color=never",
                        "--ca=root.pem",
                        "--dns-key=" + KEY,
                        "--port=" + town.port(),
                        "--wait=3s",
                        "127.0.0.1",
                        "foo.mirage");

        assertThat(shown)
                .startsWith(UPLOADED + "⌫waiting for the certificate of foo.mirage · 1 s of 3 s⌫")
                .contains(
                        "⌫waiting for the certificate of foo.mirage · 3 s of 3 s⌫ocertify: error:");
    }
}
