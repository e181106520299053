package io.github.dnscli.ocertify;

import static io.github.dnscli.ocertify.Town.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certificate.fetch.FetchedTlsa;
import io.github.dnscli.certificate.fetch.TlsaFetch;
import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.Pause;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.NamedServer;
import io.github.dnscli.testkit.certificate.Identity;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The road by way of the name servers of others, whose clocks nobody sets: certificates are valid on the day of the test.
@Timeout(120)
class InteropTest {

    private static final DomainName ZONE = DomainName.of("mirage.");
    private static final DomainName OWNER = DomainName.of(Town.OWNER);
    private static final String RECORDS =
            """
            $TTL 3600
            @   SOA ns1 admin 1 7200 900 1209600 300
            @   NS  ns1
            ns1 A   127.0.0.1
            *   CNAME ns1
            """;

    private final Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    private final Instant soon = Instant.now().plus(Duration.ofDays(30));
    private final TestAuthority authority =
            Town.ROOT.intermediate("Intermediate of the day", c -> c.valid(yesterday, soon));

    @TempDir private Path folder;

    @Test
    void worksWithNamed() throws IOException {
        try (var server = NamedServer.start(ZONE, RECORDS, Town.key(KEY))) {
            assertRoadLeadsThrough(server.address());
        }
    }

    @Test
    void worksWithKnot() throws IOException {
        try (var server = KnotServer.start(ZONE, RECORDS, Town.key(KEY))) {
            assertRoadLeadsThrough(server.address());
        }
    }

    private void assertRoadLeadsThrough(ServerAddress server) throws IOException {
        Files.writeString(folder.resolve("root.pem"), Town.ROOT.identity().pem());

        assertThat(run(server, "--additional=*.foo.mirage"))
                .hasToString(
                        """
                        request uploaded to zone 'mirage' at '_letsencrypt._tcp.foo.mirage'
                        success! your certificate is stored in foo.mirage.pem (private key foo.mirage.key, csr foo.mirage.req)
                        [exit status: 0]""");
        assertThat(run(server, "--additional=bar.mirage").errors())
                .contains("is made anew for 'foo.mirage', 'bar.mirage'")
                .doesNotContain("error: ");
        assertThat(tlsa(server).requests()).as("the older request is gone").hasSize(1);
        assertThat(tlsa(server).leaves()).as("no certificate is gone").hasSize(2);
    }

    private CommandRun run(ServerAddress server, String additional) {
        Pause answer = _ -> answer(server);
        var world =
                World.real()
                        .withDirectory(folder)
                        .withEnvironment(Map.of("DNSCLI_KEY", KEY))
                        .withPause(answer);
        return CommandRun.of(
                new OcertifyCommand(),
                world,
                "--ca=root.pem",
                additional,
                "@" + server.address().getHostAddress() + "#" + server.port(),
                "foo.mirage");
    }

    private void answer(ServerAddress server) {
        try (var exchange = exchange(server)) {
            var request = Town.request(records(server).data());
            var leaf = leafFor(request);
            var update =
                    Update.of(ZONE)
                            .add(record(TlsaRole.LEAF.data(leaf.der())))
                            .add(record(TlsaRole.AUTHORITY.data(authority.identity().der())));
            assertThat(exchange.ask(update, Town.key(KEY))).isInstanceOf(Reply.Accepted.class);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private Identity leafFor(CertificateRequest request) {
        var hosts = request.names().stream().map(DomainName::display).toArray(String[]::new);
        return authority.issue(
                c ->
                        c.hosts(hosts)
                                .publicKey(Town.publicKey(request.publicKey()))
                                .valid(yesterday, soon));
    }

    private static ResourceRecord record(RecordData data) {
        return new ResourceRecord(OWNER, new Ttl(3600), data);
    }

    private static TlsaBundle tlsa(ServerAddress server) throws IOException {
        return TlsaBundle.of(records(server));
    }

    private static RecordSet records(ServerAddress server) throws IOException {
        try (var exchange = exchange(server)) {
            return switch (TlsaFetch.of(OWNER).over(exchange)) {
                case FetchedTlsa.Found(_, var records) -> records;
                case FetchedTlsa other -> throw new AssertionError(other.toString());
            };
        }
    }

    private static Exchange exchange(ServerAddress server) throws IOException {
        return Exchange.open(
                Transport.TCP,
                server,
                Duration.ofSeconds(10),
                InstantSource.system(),
                new Random());
    }
}
