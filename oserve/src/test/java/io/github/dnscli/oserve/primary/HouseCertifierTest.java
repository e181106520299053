package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.ChangeAction;
import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.oserve.certifier.HouseCertifier;
import io.github.dnscli.testkit.Patience;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A certifier in the process of the server.
class HouseCertifierTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final DomainName HOST = DomainName.of("www.example.com");
    private static final String WRITTEN = "written to '_letsencrypt._tcp.www.example.com'";
    private static final String TEXT =
            """
            $TTL 3600
            @    SOA  ns h. 1 7200 900 1209600 300
                 NS   ns
            ns   A    192.0.2.1
            www  A    192.0.2.2 ; a comment
            """;

    @TempDir private Path folder;
    private final CertificateRequest request =
            CertificateRequest.create(
                    CertificateKey.generate(KeyType.P256, new SecureRandom()), List.of(HOST));

    private Update upload() {
        var record = new ResourceRecord(new ServiceName(HOST).owner(), new Ttl(60), request.data());
        return Update.of(ZONE).add(record);
    }

    @Test
    void answersRequestsInAFolder() throws Exception {
        var zones = Files.createDirectory(folder.resolve("zones"));
        Files.writeString(zones.resolve("example.com"), TEXT);
        RunningPrimary.writeKey(zones, RunningPrimary.KEY_NAME);
        try (var server =
                RunningPrimary.serving(
                        zones,
                        "--no-notify",
                        "--state",
                        state(),
                        "--certifier",
                        "--ca",
                        "private")) {
            assertThat(server.askSigned(upload())).isInstanceOf(Reply.Accepted.class);

            server.log().await(WRITTEN);
            assertThat(Files.readString(zones.resolve("example.com")))
                    .contains("; a comment")
                    .contains("3 0 0")
                    .contains("0 0 0");
            server.log().await("updated by key 'certifier.oserve' from 127.0.0.1");
            assertThat(server.log().text())
                    .contains(
                            "certificates for signing requests are issued by the private authority 'CN=dns-cli root ");
            Patience.until(
                    "the request settled",
                    () -> status().output().contains("www.example.com  settled"));
            assertThat(status().status()).isEqualTo(ExitStatus.YES);
            assertThat(status().output()).startsWith("certifier  running, process ");
        }
    }

    @Test
    void commitsCertificatesUnderANameOfTheirOwn() throws Exception {
        var scene =
                GitScene.create(
                        folder,
                        Map.of(
                                "example.com",
                                TEXT,
                                "_keys",
                                RunningPrimary.keyRecord(RunningPrimary.KEY_NAME)));
        try (var server = scene.serve("--certifier", "--ca", "private")) {
            assertThat(server.askSigned(upload())).isInstanceOf(Reply.Accepted.class);
            server.log().await(WRITTEN);

            scene.await("the certificate", "example.com", text -> text.contains("3 0 0"));
            scene.pull();
            assertThat(scene.operator().run("log", "--format=%an"))
                    .contains("certifier.oserve")
                    .contains("k._update.example.com");
            assertThat(scene.read("example.com")).contains("; a comment");
        }
        assertThat(folder.resolve("state/certifier/root.pem")).exists();
    }

    @Test
    void hasNoRightButToCertificatesAndProofsFromItsOwnMachine() {
        var lent = HouseCertifier.key(List.of("0.0.0.0", "192.0.2.1", "::"), new SecureRandom());
        var rights = new KeyRights(lent.grants());

        for (String own : List.of("127.0.0.1", "192.0.2.1", "::1")) {
            assertThat(mayAdd(rights, RecordType.TLSA, own)).isTrue();
            assertThat(mayAdd(rights, RecordType.TXT, own)).isTrue();
            assertThat(mayAdd(rights, RecordType.A, own)).isFalse();
        }
        assertThat(mayAdd(rights, RecordType.TLSA, "192.0.2.2")).isFalse();
        assertThat(rights.allow(HouseCertifier.KEY_NAME, KeyOperation.TRANSFER, ZONE)).isFalse();
        assertThat(HouseCertifier.key(List.of("::"), new SecureRandom()).key())
                .isNotEqualTo(lent.key());
    }

    private static boolean mayAdd(KeyRights rights, RecordType type, String from) {
        return rights.allowChange(
                HouseCertifier.KEY_NAME, ChangeAction.ADD, HOST, type, InetAddress.ofLiteral(from));
    }

    @Test
    void wantsAPlaceForWhatItIssues() {
        var run =
                CommandRun.of(
                        new OserveCommand(),
                        World.real().withEnvironment(Map.of()).withDirectory(folder),
                        "primary",
                        "--zones=.",
                        "--certifier");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors())
                .contains("'--certifier' wants '--state', to keep what it issued\n");
    }

    @Test
    void saysWhatIsOfNoUseWithoutIt() {
        var run =
                CommandRun.of(
                        new OserveCommand(),
                        World.real().withDirectory(folder),
                        "primary",
                        "--zones=.",
                        "--ca=private");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors()).contains("option '--ca' is of use with '--certifier' only\n");
    }

    private String state() {
        return folder.resolve("state").toString();
    }

    private CommandRun status() {
        return CommandRun.of(
                new OserveCommand(),
                World.real(),
                "certifier",
                "status",
                "--state",
                folder.resolve("state/certifier").toString());
    }
}
