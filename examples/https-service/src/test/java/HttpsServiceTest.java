import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.OrderSlip;
import io.github.dnscli.certifier.own.OpenedAuthority;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.own.PrivateSettings;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HttpsServiceTest {

    private static final DomainName HOST = DomainName.of("localhost");
    private static final DomainName PLACE = new ServiceName(HOST).owner();
    private static final byte[] SECRET =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final TsigKey KEY =
            new TsigKey(DomainName.of("web._update.localhost"), TsigAlgorithm.SHA256, SECRET);
    private static final String ZONE =
            """
            @    SOA  ns hostmaster 1 3600 600 86400 300
            @    NS   ns
            ns   A    127.0.0.1
            """;

    @TempDir private Path folder;
    private final BlockingQueue<Zone> changes = new ArrayBlockingQueue<>(10);
    private final PrivateAuthority authority = authority();

    private static PrivateAuthority authority() {
        try {
            var opened =
                    PrivateAuthority.open(
                            new MemoryStore(),
                            PrivateSettings.DEFAULT,
                            () -> Set.of(HOST),
                            InstantSource.system(),
                            new SecureRandom());
            return switch (opened) {
                case OpenedAuthority.Opened(var authority) -> authority;
                case OpenedAuthority.Damaged(var problem) -> throw new AssertionError(problem);
            };
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private NameServer nameServer() throws Exception {
        return NameServer.builder()
                .zone(ZoneText.zone("localhost", ZONE))
                .key(KEY)
                .listener(
                        new ServerListener() {
                            @Override
                            public void updated(ZoneChange change) {
                                changes.add(change.after());
                            }
                        })
                .start();
    }

    private Process service(int dns) throws Exception {
        Files.writeString(folder.resolve("root.pem"), authority.root().pem());
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dport=0",
                                "-Ddns=" + dns,
                                "HttpsService")
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        var secret = Base64.getEncoder().encodeToString(SECRET);
        process.environment().put("DNS_KEY", "web._update.localhost:SHA256:" + secret);
        return process.start();
    }

    @Test
    @Timeout(60)
    void theExampleServesHttpsWithACertificateFromTheDns() throws Exception {
        try (var server = nameServer()) {
            var service = service(server.port());
            try (var output = service.inputReader()) {
                var asked = changes.poll(30, TimeUnit.SECONDS);
                server.change(state -> state.with(answered(asked)));
                var lines = new ArrayList<String>();
                String served = output.readLine();
                while (!served.startsWith("serving ")) {
                    lines.add(served);
                    served = output.readLine();
                }
                assertThat(lines)
                        .hasSize(2)
                        .first()
                        .asString()
                        .isEqualTo(
                                "request uploaded to zone 'localhost' at '_letsencrypt._tcp.localhost'");
                assertThat(lines.getLast()).startsWith("certificate of 'CN=localhost' in use");
                assertThat(folder.resolve("localhost.pem")).content().contains("CERTIFICATE");
                assertThat(ask(served)).isEqualTo(204);
            } finally {
                service.destroy();
            }
        }
    }

    /// {@return the status of the answer}; the JDK's client trusts the root of the authority and nobody else
    private int ask(String served) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("root", authority.root().x509());
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        var request = HttpRequest.newBuilder(URI.create(served.substring("serving ".length())));
        try (var client = HttpClient.newBuilder().sslContext(context).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private Zone answered(Zone zone) {
        var requests = zone.recordSet(PLACE, RecordType.TLSA).orElseThrow();
        var request =
                switch (TlsaBundle.of(requests).requests().getFirst()) {
                    case DecodedRequest.Valid(var valid) -> valid;
                    case DecodedRequest.Invalid(_, var problem) ->
                            throw new AssertionError(problem);
                };
        var records = new ArrayList<>(zone.records().toList());
        certificates(request)
                .map(data -> new ResourceRecord(PLACE, new Ttl(3600), data))
                .forEach(records::add);
        return Zone.of(HOST, records);
    }

    private Stream<RecordData> certificates(CertificateRequest request) {
        try {
            var order =
                    new Order(
                            request,
                            Optional.empty(),
                            OrderSlip.NONE,
                            Instant.now().plusSeconds(60));
            return switch (authority.issue(order)) {
                case Issuance.Issued(var leaf, var authorities) ->
                        Stream.concat(
                                Stream.of(TlsaRole.LEAF.data(leaf.der())),
                                authorities.stream()
                                        .map(one -> TlsaRole.AUTHORITY.data(one.der())));
                case Issuance.Refused(var failure) -> throw new AssertionError(failure);
                case Issuance.Later(var failure, _) -> throw new AssertionError(failure);
            };
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
