package io.github.dnscli.oserve.certifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.PebbleServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command with an authority that speaks ACME.
class AcmeCommandTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final DomainName HOST = DomainName.of("www.example.com");
    private static final TsigKey KEY =
            new TsigKey(DomainName.of("c._update.example.com"), TsigAlgorithm.SHA256, new byte[32]);
    private static NameServer names;
    private static PebbleServer pebble;

    @TempDir private Path folder;

    @BeforeAll
    static void start() throws IOException {
        names = NameServer.builder().key(KEY).zone(zone()).start();
        pebble =
                PebbleServer.start(
                        new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), names.port()));
    }

    @AfterAll
    static void stop() throws IOException {
        pebble.close();
        names.close();
    }

    private static Zone zone() {
        var request =
                CertificateRequest.create(
                        CertificateKey.generate(KeyType.P256, new SecureRandom()),
                        List.of(HOST, DomainName.of("*.www.example.com")));
        return Zone.of(
                ZONE,
                List.of(
                        record("example.com", RecordType.SOA, "ns h. 1 60 60 3600 60"),
                        record("example.com", RecordType.NS, "ns"),
                        record("ns.example.com", RecordType.A, "127.0.0.1"),
                        new ResourceRecord(
                                new ServiceName(HOST).owner(), new Ttl(60), request.data())));
    }

    private static ResourceRecord record(String owner, RecordType type, String text) {
        return ResourceRecord.of(owner, 60, type, text.replace("ns", "ns.example.com."));
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(new OserveCommand(), World.real().withDirectory(folder), arguments);
    }

    private CommandRun once() {
        return run(
                Stream.concat(
                                Stream.of(
                                        "certifier",
                                        "--server=127.0.0.1#" + names.port(),
                                        "--key=" + keyText(),
                                        "--zone=example.com",
                                        "--name-server-port=" + names.port(),
                                        "--email=hostmaster@example.com",
                                        "--once"),
                                authority())
                        .toArray(String[]::new));
    }

    private static Stream<String> authority() {
        return Stream.of(
                "--ca=" + pebble.directory(),
                "--ca-root=" + pebble.httpsCertificate(),
                "--state=s");
    }

    @Test
    void hasCertificatesIssuedRevokedAndReplaced() {
        names.change(state -> state.with(zone()));

        var first = once();
        assertThat(first.errors())
                .contains("issued certificate for 'www.example.com', '*.www.example.com'")
                .contains("written to '_letsencrypt._tcp.www.example.com'");
        assertThat(first.status()).isEqualTo(ExitStatus.YES);
        assertThat(proofs()).isEmpty();
        assertThat(once().errors()).doesNotContain("issued certificate for");

        var revoked =
                run(
                        "certifier",
                        "revoke",
                        "www.example.com",
                        "--state=s",
                        "--ca-root=" + pebble.httpsCertificate());
        assertThat(revoked.errors()).startsWith("oserve: hint: the certifier replaces it");
        assertThat(revoked.output())
                .startsWith(
                        "revoked the certificate for 'www.example.com', '*.www.example.com' (serial ");
        assertThat(revoked.status()).isEqualTo(ExitStatus.YES);
        assertThat(once().errors()).contains("issued certificate for");

        var status = run("certifier", "status", "--state=s");
        assertThat(status.output())
                .startsWith("certifier  not running\nrequests   1, settled: 1\n")
                .contains(" 2 ");
        assertThat(status.status()).isEqualTo(ExitStatus.YES);
    }

    private static List<String> proofs() {
        return names.state()
                .zone(ZONE)
                .orElseThrow()
                .recordSets()
                .filter(set -> set.type().equals(RecordType.TXT))
                .map(set -> set.owner().display())
                .toList();
    }

    @Test
    void givesTheAccountAnotherKey() {
        names.change(state -> state.with(zone()));
        once();

        var run =
                run(
                        Stream.concat(Stream.of("certifier", "rollover"), authority())
                                .toArray(String[]::new));

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).startsWith("account 'https://").endsWith("' has a new key\n");
        names.change(state -> state.with(zone()));
        assertThat(once().status()).isEqualTo(ExitStatus.YES);
    }

    @Test
    void changesNoKeyWhereThereIsNoAccount() {
        assertThat(folder.resolve("s").toFile().mkdir()).isTrue();

        var run =
                run(
                        Stream.concat(Stream.of("certifier", "rollover"), authority())
                                .toArray(String[]::new));

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors())
                .startsWith(
                        "oserve: error: the key of the account is not changed: there is no account ");
    }

    @Test
    void saysThatAPrivateAuthorityHasNoAccount() {
        assertThat(folder.resolve("s").toFile().mkdir()).isTrue();

        var run = run("certifier", "rollover", "--ca=private", "--state=s");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors()).startsWith("oserve: error: a private authority has no account\n");
    }

    @Test
    void doesNotKnowWhenTheAuthorityIsNotThere() throws Exception {
        names.change(state -> state.with(zone()));

        var run =
                run(
                        "certifier",
                        "--server=127.0.0.1#" + names.port(),
                        "--key=" + keyText(),
                        "--zone=example.com",
                        "--once",
                        "--ca=https://127.0.0.1:" + FreePort.any() + "/dir",
                        "--state=s",
                        "--timeout=2s");

        assertThat(run.errors())
                .contains("no certificate for 'www.example.com', '*.www.example.com': ");
        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
    }

    private static String keyText() {
        return "c._update.example.com:SHA256:" + Base64.getEncoder().encodeToString(new byte[32]);
    }
}
