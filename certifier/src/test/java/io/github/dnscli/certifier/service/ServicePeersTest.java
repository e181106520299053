package io.github.dnscli.certifier.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.fetch.FetchedTlsa;
import io.github.dnscli.certificate.fetch.TlsaFetch;
import io.github.dnscli.certificate.service.DnsIdentity;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.OpenSsl;
import io.github.dnscli.certifier.own.PrivateAuthority;
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
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.NamedServer;
import io.github.dnscli.testkit.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The road over the name servers of others, and its end before the TLS of others.
@Timeout(60)
class ServicePeersTest {

    private static final DomainName EXAMPLE = DomainName.of("example");
    private static final DomainName OWNER = new ServiceName(DomainName.of("www.example")).owner();
    private static final String ZONE =
            """
            $TTL 3600
            @ SOA ns1 hostmaster 1 3600 600 86400 60
            @ NS ns1
            ns1 A 127.0.0.1
            """;
    private static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("web._update.example"),
                    TsigAlgorithm.SHA256,
                    "a secret of thirty-two octets it is".getBytes(StandardCharsets.US_ASCII));

    @TempDir private Path folder;
    private final PrivateAuthority authority = Certificates.authority(Instant::now);

    @Test
    void leadsOverNamed() throws Exception {
        try (var server = NamedServer.start(EXAMPLE, ZONE, KEY)) {
            walk(server.address());
        }
    }

    @Test
    void leadsOverKnot() throws Exception {
        try (var server = KnotServer.start(EXAMPLE, ZONE, KEY)) {
            walk(server.address());
        }
    }

    private void walk(ServerAddress server) throws Exception {
        var builder = DnsIdentity.builder().host("www.example").host("*.www.example");
        builder.server(server).key(KEY).trust(authority.anchors()).settings(Quarter.QUICK);
        try (var identity = builder.start()) {
            Patience.until("a request in the DNS", () -> request(server).isPresent());
            answer(server, request(server).orElseThrow());
            assertThat(identity.awaitReady(Duration.ofSeconds(30))).isTrue();
            try (var https = Https.start(identity.sslContext(), authority.root())) {
                assertThat(shakeHands(https).text()).contains("Verification: OK");
            }
        }
    }

    private OpenSsl.Said shakeHands(Https https) throws Exception {
        var openssl = new OpenSsl(folder);
        openssl.write("root.pem", authority.root().pem());
        return openssl.run(
                "s_client",
                "-connect",
                "127.0.0.1:" + https.server().getAddress().getPort(),
                "-servername",
                "a.www.example",
                "-verify_hostname",
                "a.www.example",
                "-verify_return_error",
                "-CAfile",
                "root.pem",
                "-brief");
    }

    private static Exchange open(ServerAddress server) throws IOException {
        return Exchange.open(
                Transport.TCP,
                server,
                Duration.ofSeconds(10),
                InstantSource.system(),
                new Random());
    }

    private static Optional<CertificateRequest> request(ServerAddress server) throws IOException {
        try (var exchange = open(server)) {
            return TlsaFetch.of(OWNER).over(exchange) instanceof FetchedTlsa.Found(_, var records)
                            && TlsaBundle.of(records).requests().getFirst()
                                    instanceof DecodedRequest.Valid(var request)
                    ? Optional.of(request)
                    : Optional.empty();
        }
    }

    private void answer(ServerAddress server, CertificateRequest request) throws IOException {
        var update = Update.of(EXAMPLE);
        for (var data : Certificates.data(Certificates.issue(authority, request))) {
            update = update.add(new ResourceRecord(OWNER, new Ttl(3600), data));
        }
        try (var exchange = open(server)) {
            assertThat(exchange.ask(update, KEY)).isInstanceOf(Reply.Accepted.class);
        }
    }
}
