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
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.server.NameServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done about the certificates of a private authority, once they are there.
class PrivateAuthorityCommandsTest {

    private static final DomainName ZONE = DomainName.of("mirage");
    private static final TsigKey KEY =
            new TsigKey(DomainName.of("c._update.mirage"), TsigAlgorithm.SHA256, new byte[32]);

    @TempDir private Path folder;
    private NameServer server = NameServer.builder().start();

    PrivateAuthorityCommandsTest() throws IOException {}

    @BeforeEach
    void serve() throws IOException {
        server.close();
        server = NameServer.builder().key(KEY).zone(zone("foo.mirage", "bar.mirage")).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Zone zone(String... hosts) {
        var records = new ArrayList<ResourceRecord>();
        records.add(
                ResourceRecord.of("mirage", 60, RecordType.SOA, "ns.mirage. h. 1 60 60 3600 60"));
        records.add(ResourceRecord.of("mirage", 60, RecordType.NS, "ns.mirage."));
        for (String host : hosts) {
            var name = DomainName.of(host);
            var request =
                    CertificateRequest.create(
                            CertificateKey.generate(KeyType.P256, new SecureRandom()),
                            List.of(name));
            records.add(
                    new ResourceRecord(new ServiceName(name).owner(), new Ttl(60), request.data()));
        }
        return Zone.of(ZONE, records);
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(new OserveCommand(), World.real().withDirectory(folder), arguments);
    }

    private CommandRun certify() {
        String secret = Base64.getEncoder().encodeToString(new byte[32]);
        return run(
                "certifier",
                "--server=127.0.0.1#" + server.port(),
                "--key=c._update.mirage:SHA256:" + secret,
                "--zone=mirage",
                "--ca=private",
                "--state=s",
                "--once");
    }

    @Test
    void revokesAndReplaces() {
        certify();

        var revoked = run("certifier", "revoke", "foo.mirage", "--state=s");

        assertThat(revoked.status()).isEqualTo(ExitStatus.YES);
        assertThat(revoked.output())
                .startsWith("revoked the certificate for 'foo.mirage' (serial ");
        assertThat(run("certifier", "crl", "--state=s").output())
                .startsWith("-----BEGIN X509 CRL-----\n");
        assertThat(certify().errors())
                .containsOnlyOnce("issued certificate for 'foo.mirage'")
                .doesNotContain("issued certificate for 'bar.mirage'");
    }

    @Test
    void issuesNoMoreForAKeyThatOthersMayHave() {
        certify();

        var revoked =
                run("certifier", "revoke", "foo.mirage", "--reason=key-compromise", "--state=s");
        var again = run("certifier", "revoke", "foo.mirage", "--state=s");
        var next = certify();

        assertThat(again.errors()).isEqualTo(revoked.errors());
        assertThat(revoked.errors())
                .isEqualTo(
                        "oserve: hint: no certificate is issued for this key any more: make a new key on the host, and upload"
                                + " a request for it\n");
        assertThat(next.status()).isEqualTo(ExitStatus.NO);
        assertThat(next.errors()).contains("somebody else may have the key; make a new one");
        var status = run("certifier", "status", "--state=s");
        assertThat(status.status()).isEqualTo(ExitStatus.NO);
        assertThat(status.output())
                .contains("! 'foo.mirage': no new certificate: ")
                .contains(", revoked\n");
        assertThat(run("certifier", "status", "--state=s", "--json").output())
                .isEqualToIgnoringWhitespace(
                        run("certifier", "status", "--state=s", "--format=json").output())
                .contains("\"reason\": \"rejected\"");
    }

    @Test
    void revokesByTheSerialNumberAsItIsShown() {
        certify();
        String table = run("certifier", "status", "--state=s").output();
        String serial =
                table.lines().filter(line -> line.startsWith("bar.")).findFirst().orElseThrow();
        serial = serial.substring(serial.lastIndexOf(' ') + 1);

        var revoked = run("certifier", "revoke", serial, "--state=s");

        assertThat(revoked.output()).contains("'bar.mirage'").contains(serial);
    }

    @Test
    void saysWhenNoSuchCertificateIsKnown() {
        certify();

        var run = run("certifier", "revoke", "www.example.com", "--state=s");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors())
                .startsWith(
                        "oserve: error: no certificate for 'www.example.com' is remembered in '");
    }

    @Test
    void asksWhichOfSeveralIsMeant() {
        server.change(state -> state.with(zone("foo.mirage")));
        certify();
        server.change(state -> state.with(zone("foo.mirage")));
        certify();

        var run = run("certifier", "revoke", "foo.mirage", "--state=s");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors())
                .startsWith(
                        "oserve: error: 'foo.mirage' has several certificates; which one is meant?");
    }

    @Test
    void tellNothingOfAFolderThatIsNotThere() {
        for (String command : List.of("status", "crl")) {
            var run = run("certifier", command, "--state=none");

            assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(run.errors()).endsWith("none': no such file or folder\n");
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void makeNoAuthorityToSayWhatItHasRevoked() {
        var run = run("certifier", "crl", "--state=.");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors()).endsWith("' holds no private authority\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doNotSayThatAllIsWellWhereNoCertifierHasWorked() throws Exception {
        Files.createDirectories(folder.resolve("s/certifier"));

        var run = run("certifier", "status", "--state=s");
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).matches("oserve: error: no certifier has worked on '\\S*s' yet\n");

        Files.createFile(folder.resolve("s/certifier/certifier.lock"));
        assertThat(run("certifier", "status", "--state=s").errors())
                .contains("\noserve: hint: that of 'oserve primary --certifier' works on '")
                .endsWith("s/certifier'\n");
    }

    @Test
    void wantAStateFolder() {
        for (String command : List.of("status", "crl", "root", "rollover")) {
            var run =
                    CommandRun.of(
                            new OserveCommand(),
                            World.real().withEnvironment(Map.of()),
                            "certifier",
                            command);

            assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(run.errors()).startsWith("oserve: error: option '--state' is missing\n");
        }
    }

    @Test
    void sayWhatCannotBeRead() throws Exception {
        certify();
        try (var files = Files.list(folder.resolve("s/requests"))) {
            for (var file : files.toList()) {
                Files.writeString(file, "nonsense");
            }
        }

        var run = run("certifier", "status", "--state=s");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output()).contains("\n! ");
    }
}
