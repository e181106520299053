package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.testkit.PebbleServer;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Certificates by dns-01, fetched by the clients that people use, from zones in git. Each client has a key of a plain
/// name that may do no more than it must.
class GitClientsTest {

    private static final List<String> CLIENTS = List.of("script", "lego", "certbot");

    private static final String ZONE =
            """
            $TTL 60
            @   SOA ns1 hostmaster 1 2h 30m 2w 5m ; nobody but programs comes here
                NS  ns1
            ns1 A   127.0.0.1
            www A   127.0.0.1
            """;

    @TempDir static Path folder;
    private static GitScene scene;
    private static RunningPrimary primary;
    private static PebbleServer authority;

    @BeforeAll
    static void start() throws IOException {
        String keys =
                CLIENTS.stream()
                        .map(client -> RunningPrimary.keyRecord(DomainName.of(client)))
                        .collect(Collectors.joining());
        scene = GitScene.create(folder, Map.of("example.com", ZONE, "_keys", keys));
        primary =
                scene.serve(
                        CLIENTS.stream()
                                .flatMap(
                                        client ->
                                                Stream.of(
                                                        "--grant",
                                                        client + " update *.example.com types TXT"))
                                .toArray(String[]::new));
        authority =
                PebbleServer.start(
                        new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), primary.port()));
    }

    @AfterAll
    static void stop() throws IOException {
        if (authority != null) {
            authority.close();
        }
        if (primary != null) {
            primary.close();
        }
    }

    private static String server() {
        return "127.0.0.1:" + primary.port();
    }

    private static void lego(String name, String provider, Map<String, String> settings)
            throws IOException {
        var environment = new HashMap<>(settings);
        environment.put("LEGO_CA_CERTIFICATES", authority.httpsCertificate().toString());
        var ran =
                Peers.run(
                        folder,
                        environment,
                        "",
                        Peer.LEGO,
                        "--accept-tos",
                        "--email",
                        "hostmaster@example.com",
                        "--server",
                        authority.directory(),
                        "--path",
                        name,
                        "--dns",
                        provider,
                        "--dns.resolvers",
                        server(),
                        "--dns.disable-cp",
                        "--domains",
                        name + ".example.com",
                        "run");
        assertThat(ran.status()).as(ran.output()).isZero();
    }

    @Test
    void lego() throws Exception {
        lego(
                "lego",
                "rfc2136",
                Map.of(
                        "RFC2136_NAMESERVER",
                        server(),
                        "RFC2136_TSIG_KEY",
                        "lego",
                        "RFC2136_TSIG_ALGORITHM",
                        "hmac-sha256.",
                        "RFC2136_TSIG_SECRET",
                        RunningPrimary.secret()));
        certified("lego", folder.resolve("lego/certificates/lego.example.com.crt"));
    }

    @Test
    void nsupdate() throws Exception {
        Peer.NSUPDATE.require();
        var script =
                Files.writeString(
                        folder.resolve("update"),
                        """
                        #!/bin/sh
                        # What lego says is: present|cleanup NAME VALUE.
                        case $1 in
                        present) change="add $2 1 TXT $3" ;;
                        cleanup) change="delete $2 TXT $3" ;;
                        esac
                        printf 'server 127.0.0.1 %s\\nupdate %%s\\nsend\\n' "$change" | nsupdate -y %s
                        """
                                .formatted(
                                        primary.port(),
                                        RunningPrimary.keyText(DomainName.of("script"))));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        lego("script", "exec", Map.of("EXEC_PATH", script.toString()));
        certified("script", folder.resolve("script/certificates/script.example.com.crt"));
    }

    @Test
    void certbot() throws Exception {
        var credentials =
                Files.writeString(
                        folder.resolve("certbot.ini"),
                        """
                        dns_rfc2136_server = 127.0.0.1
                        dns_rfc2136_port = %d
                        dns_rfc2136_name = certbot
                        dns_rfc2136_secret = %s
                        dns_rfc2136_algorithm = HMAC-SHA256
                        """
                                .formatted(primary.port(), RunningPrimary.secret()));
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
        var ran =
                Peers.run(
                        folder,
                        Map.of("REQUESTS_CA_BUNDLE", authority.httpsCertificate().toString()),
                        "",
                        Peer.CERTBOT,
                        "certonly",
                        "--non-interactive",
                        "--agree-tos",
                        "--register-unsafely-without-email",
                        "--server",
                        authority.directory(),
                        "--config-dir",
                        "certbot",
                        "--work-dir",
                        "work",
                        "--logs-dir",
                        "logs",
                        "--dns-rfc2136",
                        "--dns-rfc2136-credentials",
                        credentials.toString(),
                        "--dns-rfc2136-propagation-seconds",
                        "0",
                        "--domains",
                        "certbot.example.com,*.certbot.example.com");
        assertThat(ran.status()).as(ran.output()).isZero();
        certified("certbot", folder.resolve("certbot/live/certbot.example.com/fullchain.pem"));
    }

    /// The certificate is there, and in git stands nothing of the way to it but commits by the client's key.
    private static void certified(String client, Path chain) throws Exception {
        assertThat(names(chain)).contains(client + ".example.com");
        scene.await("the end of the challenge", "example.com", text -> !text.contains("_acme"));
        assertThat(scene.read("example.com")).contains("; nobody but programs comes here\n");
        assertThat(scene.remote().log("%an: %s%n%b"))
                .anySatisfy(line -> assertThat(line).contains(client, "_acme-challenge." + client));
    }

    private static List<String> names(Path chain) throws Exception {
        var all = new ArrayList<X509Certificate>();
        try (var text = Files.newInputStream(chain)) {
            for (var one : CertificateFactory.getInstance("X.509").generateCertificates(text)) {
                all.add((X509Certificate) one);
            }
        }
        var trust = new PKIXParameters(Set.of(new TrustAnchor(authority.root(), null)));
        trust.setRevocationEnabled(false);
        var path = CertificateFactory.getInstance("X.509").generateCertPath(all);
        CertPathValidator.getInstance("PKIX").validate(path, trust);
        return all.getFirst().getSubjectAlternativeNames().stream()
                .map(name -> name.get(1).toString())
                .toList();
    }
}
