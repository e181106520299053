package io.github.dnscli.certifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.NamedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// The road of a request over the servers of others: uploaded, answered, fetched, renewed.
class PeersTest {

    private static final DomainName EXAMPLE = DomainName.of("example");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String ZONE =
            """
            $TTL 3600
            @ SOA ns1 hostmaster 1 3600 600 86400 60
            @ NS ns1
            ns1 A 127.0.0.1
            """;
    private static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("certifier._update.example"),
                    TsigAlgorithm.SHA256,
                    "a secret of thirty-two octets it is".getBytes(StandardCharsets.US_ASCII));

    private final InstantSource clock = InstantSource.system();
    private final PrivateAuthority authority = Certificates.authority(clock);
    private final List<CertifierEvent> events = new CopyOnWriteArrayList<>();
    private final CertificateRequest request = Certificates.request("www.example", "*.www.example");

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

    private void walk(ServerAddress server) throws IOException, InterruptedException {
        var owner = new ServiceName(DomainName.of("www.example")).owner();
        var wish = new ResourceRecord(owner, new Ttl(60), request.data());
        assertThat(ask(server, exchange -> exchange.ask(Update.of(EXAMPLE).add(wish), KEY)))
                .isInstanceOf(Reply.Accepted.class);
        var state = new MemoryStore();
        try (var certifier = certifier(server, authority, state)) {
            assertThat(pass(certifier))
                    .extracting(Object::getClass)
                    .containsExactly(CertifierEvent.Issued.class, CertifierEvent.Published.class);
            assertAnswered(bundle(server, owner), authority);
            assertThat(pass(certifier)).isEmpty();
            assertThat(pass(certifier)).isEmpty();
        }

        // Another authority replaces all of it, record by record.
        var other = Certificates.authority(clock);
        try (var certifier = certifier(server, other, state)) {
            assertThat(pass(certifier)).hasSize(2);
        }
        var replaced = bundle(server, owner);
        assertAnswered(replaced, other);
        assertThat(replaced.leaves()).hasSize(1);
        assertThat(replaced.authorities()).hasSize(1);
    }

    private List<CertifierEvent> pass(Certifier certifier) throws InterruptedException {
        events.clear();
        certifier.pass();
        assertThat(certifier.awaitQuiet(TIMEOUT)).isTrue();
        return List.copyOf(events);
    }

    private Certifier certifier(ServerAddress server, PrivateAuthority issuer, StateStore state)
            throws IOException {
        var line = new PrimaryServer(Transport.TCP, server, KEY, TIMEOUT, clock, new Random());
        var parts =
                new CertifierParts(
                        () -> List.of(fetch(server)),
                        line,
                        issuer,
                        state,
                        clock,
                        new Random(),
                        events::add);
        return new Certifier(parts, CertifierSettings.DEFAULT);
    }

    private Zone fetch(ServerAddress server) {
        try (var exchange = Exchange.open(Transport.TCP, server, TIMEOUT, clock, new Random())) {
            return switch (exchange.transfer(Transfer.of(EXAMPLE), KEY)) {
                case TransferReply.Complete(var zone, _) -> zone;
                case TransferReply other -> throw new AssertionError(other);
            };
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private interface Question {
        Reply of(Exchange exchange) throws IOException;
    }

    private Reply ask(ServerAddress server, Question question) throws IOException {
        try (var exchange = Exchange.open(Transport.TCP, server, TIMEOUT, clock, new Random())) {
            return question.of(exchange);
        }
    }

    private TlsaBundle bundle(ServerAddress server, DomainName owner) throws IOException {
        return switch (ask(server, e -> e.ask(Query.of(owner, RecordType.TLSA)))) {
            case Reply.Accepted(var message) ->
                    TlsaBundle.of(
                            message.answers(RecordType.TLSA).stream()
                                    .map(MessageRecord::data)
                                    .flatMap(Optional::stream)
                                    .toList());
            case Reply.Failed failed -> throw new AssertionError(failed.problem());
        };
    }

    private void assertAnswered(TlsaBundle bundle, PrivateAuthority issuer) {
        assertThat(bundle.requestData()).containsExactly(request.data());
        var expectation = Expectation.of(request, Instant.now(), issuer.anchors());
        assertThat(ChainVerifier.verifyBest(bundle.chains(), expectation))
                .isInstanceOf(Verdict.Verified.class);
    }
}
