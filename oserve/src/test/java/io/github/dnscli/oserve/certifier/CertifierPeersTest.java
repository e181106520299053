package io.github.dnscli.oserve.certifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.oserve.serving.RunningCommand;
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.NamedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A certifier beside servers of others, which tell it of no change.
class CertifierPeersTest {

    private static final DomainName EXAMPLE = DomainName.of("example");
    private static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("certifier._update.example"), TsigAlgorithm.SHA256, new byte[32]);
    private static final String ZONE =
            """
            $TTL 3600
            @ SOA ns1 hostmaster 1 3600 600 86400 60
            @ NS ns1
            ns1 A 127.0.0.1
            """;

    @TempDir private Path folder;

    @Test
    void asksNamedForWhatIsNew() throws Exception {
        try (var server = NamedServer.start(EXAMPLE, ZONE, KEY)) {
            follow(server.address());
        }
    }

    @Test
    void asksKnotForWhatIsNew() throws Exception {
        try (var server = KnotServer.start(EXAMPLE, ZONE, KEY)) {
            follow(server.address());
        }
    }

    @Test
    void saysThatNamedNamesItsZonesToNobody() throws Exception {
        var key = new TsigKey(DomainName.of("certifier"), TsigAlgorithm.SHA256, new byte[32]);
        try (var server = NamedServer.start(EXAMPLE, ZONE, key);
                var certifier =
                        new RunningCommand(
                                world(), line(server.address(), "certifier", "--once"))) {
            certifier.log().await("names no zone to key 'certifier'");

            assertThat(certifier.stop()).isEqualTo(ExitStatus.UNKNOWN);
        }
    }

    @Test
    void doesNotWaitInSilenceForNamedToNameZones() throws Exception {
        var key = new TsigKey(DomainName.of("certifier"), TsigAlgorithm.SHA256, new byte[32]);
        try (var server = NamedServer.start(EXAMPLE, ZONE, key);
                var certifier =
                        new RunningCommand(
                                world(), line(server.address(), "certifier", "--timeout=200ms"))) {
            certifier.log().await("names no zone to key 'certifier'; '--zone' says which to watch");
        }
    }

    private void follow(ServerAddress server) throws IOException {
        upload(server, "www.example");
        try (var certifier =
                new RunningCommand(
                        world(),
                        line(server, KEY.name().display(), "--zone=example", "--interval=300ms"))) {
            certifier.log().await("written to '_letsencrypt._tcp.www.example'");
            upload(server, "api.example");

            certifier.log().await("written to '_letsencrypt._tcp.api.example'");
            assertThat(certifier.stop()).isEqualTo(ExitStatus.YES);
            assertThat(certifier.log().text()).doesNotContain("warning:").doesNotContain("error:");
        }
    }

    private static void upload(ServerAddress server, String host) throws IOException {
        var name = DomainName.of(host);
        var request =
                CertificateRequest.create(
                        CertificateKey.generate(KeyType.P256, new SecureRandom()), List.of(name));
        var record = new ResourceRecord(new ServiceName(name).owner(), new Ttl(60), request.data());
        try (var exchange =
                Exchange.open(
                        Transport.TCP,
                        server,
                        Duration.ofSeconds(10),
                        InstantSource.system(),
                        new Random())) {
            assertThat(exchange.ask(Update.of(EXAMPLE).add(record), KEY))
                    .isInstanceOf(Reply.Accepted.class);
        }
    }

    private World world() {
        return World.real().withDirectory(folder);
    }

    private static String[] line(ServerAddress server, String key, String... more) {
        String secret = Base64.getEncoder().encodeToString(new byte[32]);
        return Stream.concat(
                        Stream.of(
                                "certifier",
                                "--server=127.0.0.1#" + server.port(),
                                "--key=" + key + ":SHA256:" + secret,
                                "--ca=private",
                                "--state=s"),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
