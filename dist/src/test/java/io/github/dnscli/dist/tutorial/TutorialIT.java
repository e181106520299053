package io.github.dnscli.dist.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.testkit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lines of the original's tutorial, typed into a shell against our servers; only the port is another.
class TutorialIT {

    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private static final String KEY = "personal._update.mirage:SHA256:" + SECRET;

    @TempDir private Path folder;
    private Session shell;
    private String port;

    @BeforeEach
    void serve() throws Exception {
        shell = new Session(folder);
        shell.write(
                "zones/mirage",
                """
                $ORIGIN mirage.
                $TTL 3600
                @   SOA ns1 hostmaster 1 86400 7200 1048576 3600
                @   NS  ns1
                ns1 A   127.0.0.1
                """);
        shell.writeSecret(
                "zones/mirage._keys", "personal._update.mirage. DNSKEY 0 3 163 " + SECRET + "\n");
        String ready = shell.start("oserve primary --zones zones --listen 127.0.0.1:0");
        port = ready.substring(ready.lastIndexOf(':') + 1);
        shell.writeSecret("certifier.key", KEY + "\n");
        shell.succeed("oserve certifier root --state state > root.pem");
        shell.start(
                "oserve certifier --server 127.0.0.1#%s --key @certifier.key --zone mirage --ca private --state state --interval 1s"
                        .formatted(port));
    }

    @AfterEach
    void stop() throws Exception {
        shell.close();
    }

    @Test
    void aZoneIsCheckedChangedAndAnnounced() throws Exception {
        assertThat(shell.succeed("ozone zones/mirage"))
                .isEqualTo("successfully checked zone mirage\n");
        assertThat(
                        shell.succeed(
                                "onotify 127.0.0.1 mirage --key=%s --port=%s".formatted(KEY, port)))
                .endsWith("successful TSIG signed notify!\n");
        assertThat(
                        shell.succeed(
                                "oupdate 127.0.0.1 %s my-other.mirage 1.2.3.4 --port=%s"
                                        .formatted(KEY, port)))
                .endsWith("successful and signed update!\n");
        Peer.DIG.require();
        assertThat(shell.succeed("dig +short -p %s my-other.mirage @127.0.0.1".formatted(port)))
                .isEqualTo("1.2.3.4\n");
        assertThat(shell.succeed("dig -p %s mirage any @127.0.0.1".formatted(port)))
                .contains("SOA", "NS", "127.0.0.1");
        assertThat(Files.readString(shell.file("zones/mirage")))
                .contains("ns1 A   127.0.0.1\n", "my-other");
    }

    @Test
    void aCertificateComesThroughTheDns() throws Exception {
        shell.succeed(
                "ocertify 127.0.0.1 foo.mirage --dns-key=%s --port=%s --ca=root.pem --wait=60s"
                        .formatted(KEY, port));
        assertThat(shell.file("foo.mirage.pem")).isRegularFile();
        assertThat(Files.getPosixFilePermissions(shell.file("foo.mirage.key"))).hasSize(2);
        Peer.OPENSSL.require();
        assertThat(
                        shell.succeed(
                                "openssl verify -CAfile root.pem -untrusted foo.mirage.pem foo.mirage.pem"))
                .isEqualTo("foo.mirage.pem: OK\n");
    }

    @Test
    void aRequestUploadedByOthersIsAnsweredToo() throws Exception {
        Peer.OPENSSL.require();
        Peer.NSUPDATE.require();
        shell.succeed(
                "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout bar.key"
                        + " -outform DER -out bar.csr -subj /CN=bar.mirage -addext subjectAltName=DNS:bar.mirage");
        String request = HexFormat.of().formatHex(Files.readAllBytes(shell.file("bar.csr")));
        shell.write(
                "batch",
                """
                server 127.0.0.1 %s
                zone mirage
                update add _letsencrypt._tcp.bar.mirage. 3600 TLSA 3 255 0 %s
                send
                """
                        .formatted(port, request));
        shell.succeed("nsupdate -y hmac-sha256:personal._update.mirage:%s batch".formatted(SECRET));
        Files.createDirectory(shell.file("another-host"));
        shell.succeed(
                """
                for try in $(seq 60); do
                  (cd another-host && otlsa-fetch --ca ../root.pem --key ../bar.key bar.mirage 127.0.0.1#%s) && exit
                  sleep 0.5
                done
                exit 1
                """
                        .formatted(port));
        assertThat(
                        shell.succeed(
                                "openssl verify -CAfile root.pem -untrusted another-host/bar.mirage.pem"
                                        + " -verify_hostname bar.mirage another-host/bar.mirage.pem"))
                .isEqualTo("another-host/bar.mirage.pem: OK\n");
    }
}
