package io.github.dnscli.certifier;

import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static io.github.dnscli.certifier.fixture.Certificates.at;
import static io.github.dnscli.certifier.fixture.Certificates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.Revocation;
import io.github.dnscli.certifier.authority.RevocationReason;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.ZoneStore;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingCertifierTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final DomainName EXAMPLE = DomainName.of("example");
    private static final TsigKey CERTIFIER = key("certifier._update");
    private static final TsigKey WWW = key("www._update.www.example");
    private static final TsigKey MAIL = key("mail._update.mail.example");

    private final SteppedClock clock = new SteppedClock(NOW);
    private final AtomicInteger orders = new AtomicInteger();
    private final PrivateAuthority authority = Certificates.authority(clock);
    private final CertificateRequest request = Certificates.request("www.example");
    private final List<NameServer> servers = new ArrayList<>();

    @AfterEach
    void stopServers() {
        servers.forEach(NameServer::close);
    }

    @Test
    void answersARequestOnceAndThenRests() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example", at("www.example", request.data())));
        var certifier = certifier(server, CERTIFIER, "example");

        assertThat(certifier.pass())
                .extracting(Object::getClass)
                .containsExactly(
                        PollingEvent.ZoneRead.class,
                        PollingEvent.Issued.class,
                        PollingEvent.Published.class);
        assertAnswered(server, "www.example", request);
        var serial = server.state().zone(EXAMPLE).orElseThrow().serial();
        for (int i = 0; i < 5; i++) {
            clock.step(INTERVAL);
            certifier.pass();
        }

        assertThat(orders).hasValue(1);
        assertThat(server.state().zone(EXAMPLE).orElseThrow().serial()).isEqualTo(serial);
    }

    @Test
    void restsAsANewProcessToo() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example", at("www.example", request.data())));
        certifier(server, CERTIFIER, "example").pass();

        certifier(server, CERTIFIER, "example").pass();

        assertThat(orders).hasValue(1);
    }

    @Test
    void seesARequestThatComesLaterAndOneThatGoes() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example"));
        var certifier = certifier(server, CERTIFIER, "example");
        certifier.pass();
        assertThat(orders).hasValue(0);

        upload(server, WWW, "www.example", request);
        certifier.pass();
        assertAnswered(server, "www.example", request);

        var owner = new ServiceName(DomainName.of("www.example")).owner();
        tell(server, WWW, Update.of(EXAMPLE).deleteRecord(owner, request.data()));
        clock.step(Duration.ofDays(80));
        certifier.pass();
        assertThat(orders).hasValue(1);
    }

    @Test
    void renewsWithoutAGapAndWithoutOneOrderTooMany() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example", at("www.example", request.data())));
        var hourly = Certificates.authority(new MemoryStore(), Duration.ofHours(1), clock);
        var certifier = certifier(server, CERTIFIER, hourly, "example");
        certifier.pass();
        int expected = 0;
        var due = NOW;
        for (int minute = 0; minute < 600; minute++) {
            if (!clock.instant().isBefore(due)) {
                expected++;
                due = clock.instant().plus(Duration.ofSeconds(3600 - 3900 / 2));
            }
            assertThat(leaf(server).lifetime().contains(clock.instant())).isTrue();
            clock.step(Duration.ofMinutes(1));
            certifier.pass();
        }

        assertThat(orders.get()).isBetween(expected, expected + 1);
    }

    @Test
    void doesNotGiveOneTenantTheNamesOfAnother() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example"));
        var certifier = certifier(server, CERTIFIER, "example");
        var greedy = Certificates.request("www.example", "mail.example");
        upload(server, WWW, "www.example", greedy);

        var events = certifier.pass();

        assertThat(refusals(events))
                .singleElement()
                .asString()
                .startsWith(
                        "it asks for 'mail.example', which is neither at nor below 'www.example'");
        assertThat(orders).hasValue(0);
        assertThat(refused(server, WWW, "mail.example", greedy)).isTrue();
    }

    @Test
    void grantsTheNameOfAnotherWhoPutsUpTheSameRequest() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example"));
        var certifier = certifier(server, CERTIFIER, "example");
        var both = Certificates.request("www.example", "mail.example");
        upload(server, WWW, "www.example", both);
        certifier.pass();
        upload(server, MAIL, "mail.example", both);
        certifier.pass();

        assertThat(orders).hasValue(1);
        assertAnswered(server, "www.example", both);
        assertAnswered(server, "mail.example", both);
    }

    @Test
    void tellsOfARefusalOnceUntilThereIsAnotherRequest() throws Exception {
        var broken = TlsaRole.REQUEST.data(new byte[] {1, 2, 3});
        var server = start(ZoneStore.MEMORY, zone("example", at("www.example", broken)));
        var certifier = certifier(server, CERTIFIER, "example");

        assertThat(refusals(certifier.pass())).containsExactly("it is not DER");
        for (int i = 0; i < 3; i++) {
            clock.step(INTERVAL);
            touch(server);
            assertThat(refusals(certifier.pass())).isEmpty();
        }
        var worse = TlsaRole.REQUEST.data(new byte[] {4, 5, 6});
        var owner = new ServiceName(DomainName.of("www.example")).owner();
        tell(server, WWW, Update.of(EXAMPLE).add(new ResourceRecord(owner, new Ttl(60), worse)));
        assertThat(refusals(certifier.pass())).hasSize(1);
    }

    @Test
    void keepsTheCertificateWhenTheServerRefusesTheUpdate() throws Exception {
        var refusing = new boolean[] {true};
        ZoneStore store =
                _ -> {
                    if (refusing[0]) {
                        throw new IOException("the disk is full");
                    }
                };
        var server = start(store, zone("example", at("www.example", request.data())));
        var certifier = certifier(server, CERTIFIER, "example");

        assertThat(trouble(certifier.pass())).containsExactly("SERVFAIL");
        assertThat(certifier.pass()).isEmpty();
        int attempts = 1;
        for (int second = 0; second < 3600; second += 10) {
            clock.step(INTERVAL);
            attempts += trouble(certifier.pass()).size();
        }
        assertThat(attempts).isEqualTo(9);
        refusing[0] = false;
        clock.step(Duration.ofHours(1));
        certifier.pass();

        assertThat(orders).hasValue(1);
        assertAnswered(server, "www.example", request);
    }

    @Test
    void writesNothingOverAPlaceThatHasChangedMeanwhile() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example", at("www.example", request.data())));
        var second = Certificates.request("www.example");
        CertificateAuthority slow =
                new Counting(authority) {
                    @Override
                    public Issuance issue(Order order) throws IOException {
                        if (orders.get() == 0) {
                            upload(server, WWW, "www.example", second);
                        }
                        return super.issue(order);
                    }
                };
        var certifier =
                new PollingCertifier(
                        List.of(EXAMPLE), INTERVAL, line(server, CERTIFIER), slow, _ -> {});

        assertThat(trouble(certifier.pass())).containsExactly("NXRRSET");
        clock.step(INTERVAL);
        certifier.pass();

        assertAnswered(server, "www.example", second);
        assertThat(bundle(server, "www.example").leaves()).hasSize(1);
    }

    @Test
    void answersTwoRequestsInOnePlaceOneAfterTheOther() throws Exception {
        var second = Certificates.request("a.www.example");
        var server =
                start(
                        ZoneStore.MEMORY,
                        zone("example", at("www.example", request.data(), second.data())));
        var certifier = certifier(server, CERTIFIER, "example");

        for (int i = 0; i < 4; i++) {
            assertThat(trouble(certifier.pass())).isEmpty();
        }

        assertThat(orders).hasValue(2);
        assertAnswered(server, "www.example", request);
        assertAnswered(server, "www.example", second);
    }

    @Test
    void goesOnWithTheOtherZonesWhenOneCannotBeHad() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example", at("www.example", request.data())));
        var certifier = certifier(server, CERTIFIER, "missing", "example");

        var events = certifier.pass();

        assertThat(trouble(events)).singleElement().asString().isIn("NOTAUTH", "REFUSED");
        assertAnswered(server, "www.example", request);
        assertThat(certifier.pass()).noneMatch(PollingEvent.ZoneFailed.class::isInstance);
    }

    @Test
    void tellsWhenTheServerDoesNotKnowTheKey() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example", at("www.example", request.data())));
        var certifier = certifier(server, key("stranger._update"), "example");

        assertThat(certifier.pass())
                .singleElement()
                .isInstanceOfSatisfying(
                        PollingEvent.ZoneFailed.class,
                        failed -> {
                            assertThat(failed.trouble()).isInstanceOf(Trouble.Uncertainty.class);
                            assertThat(failed.trouble().problem()).contains("BADKEY");
                            assertThat(failed.retry()).isEqualTo(NOW.plus(INTERVAL));
                        });
    }

    @Test
    void waitsLongerAndLongerForAServerThatIsDown() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example"));
        var certifier = certifier(server, CERTIFIER, "example");
        server.close();
        int attempts = 0;
        for (int second = 0; second < 3600; second += 10) {
            attempts += certifier.pass().size();
            clock.step(INTERVAL);
        }

        // After 10, 20, 40, 80 and 160 s, then every 300 s.
        assertThat(attempts).isBetween(15, 17);
    }

    @Test
    void asksAnAuthorityThatWantsTimeOnlyWhenTheTimeHasCome() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example", at("www.example", request.data())));
        var later = NOW.plus(Duration.ofMinutes(20));
        CertificateAuthority busy =
                new Counting(authority) {
                    @Override
                    public Issuance issue(Order order) throws IOException {
                        orders.incrementAndGet();
                        return clock.instant().isBefore(later)
                                ? new Issuance.Later(
                                        new Failure(Failure.Kind.RATE_LIMITED, "too many requests"),
                                        later)
                                : authority.issue(order);
                    }
                };
        var certifier =
                new PollingCertifier(
                        List.of(EXAMPLE), INTERVAL, line(server, CERTIFIER), busy, _ -> {});

        assertThat(certifier.pass())
                .contains(new PollingEvent.NotIssued(request, "too many requests", later));
        while (clock.instant().isBefore(later)) {
            certifier.pass();
            clock.step(INTERVAL);
        }
        assertThat(orders).hasValue(1);
        certifier.pass();
        assertThat(orders).hasValue(2);
        assertAnswered(server, "www.example", request);
    }

    @Test
    void doesNotPublishACertificateThatWasNotOrdered() throws Exception {
        var server = start(ZoneStore.MEMORY, zone("example", at("www.example", request.data())));
        var other = Certificates.issue(authority, Certificates.request("evil.example"));
        CertificateAuthority wrong =
                new Counting(authority) {
                    @Override
                    public Issuance issue(Order order) {
                        return other;
                    }
                };
        var certifier =
                new PollingCertifier(
                        List.of(EXAMPLE), INTERVAL, line(server, CERTIFIER), wrong, _ -> {});

        assertThat(certifier.pass())
                .last()
                .isInstanceOfSatisfying(
                        PollingEvent.NotIssued.class,
                        failed ->
                                assertThat(failed.problem())
                                        .isEqualTo(
                                                "the certificate it issued does not fit the request"));
        assertThat(bundle(server, "www.example").leaves()).isEmpty();
    }

    private class Counting implements CertificateAuthority {

        private final CertificateAuthority real;

        Counting(CertificateAuthority real) {
            this.real = real;
        }

        @Override
        public String id() {
            return real.id();
        }

        @Override
        public Optional<TrustAnchors> anchors(Chain chain) {
            return real.anchors(chain);
        }

        @Override
        public int ordersAtOnce() {
            return real.ordersAtOnce();
        }

        @Override
        public Revocation revoke(Certificate leaf, RevocationReason reason) throws IOException {
            return real.revoke(leaf, reason);
        }

        @Override
        public Issuance issue(Order order) throws IOException {
            orders.incrementAndGet();
            return real.issue(order);
        }
    }

    private PollingCertifier certifier(NameServer server, TsigKey key, String... zones) {
        return certifier(server, key, authority, zones);
    }

    private PollingCertifier certifier(
            NameServer server, TsigKey key, CertificateAuthority issuer, String... zones) {
        return new PollingCertifier(
                List.of(zones).stream().map(DomainName::of).toList(),
                INTERVAL,
                line(server, key),
                new Counting(issuer),
                _ -> {});
    }

    private PrimaryServer line(NameServer server, TsigKey key) {
        return new PrimaryServer(
                Transport.TCP, address(server), key, Duration.ofSeconds(5), clock, new Random(7));
    }

    private static ServerAddress address(NameServer server) {
        return new ServerAddress(InetAddress.getLoopbackAddress(), server.port());
    }

    private NameServer start(ZoneStore store, Zone... zones) throws IOException {
        var builder = NameServer.builder().store(store).clock(clock);
        for (var key : List.of(CERTIFIER, WWW, MAIL)) {
            builder.key(key);
        }
        for (var zone : zones) {
            builder.zone(zone);
        }
        var server = builder.start();
        servers.add(server);
        return server;
    }

    private static TsigKey key(String name) {
        return new TsigKey(
                DomainName.of(name),
                TsigAlgorithm.SHA256,
                ("secret of " + name).getBytes(StandardCharsets.US_ASCII));
    }

    /// What a host does to ask for a certificate.
    private void upload(NameServer server, TsigKey key, String host, CertificateRequest wish)
            throws IOException {
        assertThat(refused(server, key, host, wish)).isFalse();
    }

    private boolean refused(NameServer server, TsigKey key, String host, CertificateRequest wish)
            throws IOException {
        var owner = new ServiceName(DomainName.of(host)).owner();
        var update = Update.of(EXAMPLE).deleteSet(owner, RecordType.TLSA);
        return switch (tell(
                server, key, update.add(new ResourceRecord(owner, new Ttl(3600), wish.data())))) {
            case Reply.Accepted _ -> false;
            case Reply.Refused _ -> true;
            case Reply other -> throw new AssertionError(other);
        };
    }

    private Reply tell(NameServer server, TsigKey key, Update update) throws IOException {
        try (var exchange =
                Exchange.open(
                        Transport.TCP,
                        address(server),
                        Duration.ofSeconds(5),
                        clock,
                        new Random(8))) {
            return exchange.ask(update, key);
        }
    }

    private void touch(NameServer server) {
        server.change(
                state -> {
                    var zone = state.zone(EXAMPLE).orElseThrow();
                    return state.with(zone.withSerial(zone.serial().orElseThrow().next()));
                });
    }

    private static List<String> refusals(List<PollingEvent> events) {
        return events.stream()
                .filter(PollingEvent.Refused.class::isInstance)
                .map(event -> ((PollingEvent.Refused) event).reason())
                .toList();
    }

    /// {@return the outcome that the server gave, of each failure to read or write}
    private static List<String> trouble(List<PollingEvent> events) {
        var outcomes = new ArrayList<String>();
        for (var event : events) {
            switch (event) {
                case PollingEvent.ZoneFailed(_, var trouble, _) -> outcomes.add(rcode(trouble));
                case PollingEvent.NotPublished(_, _, var trouble, _) ->
                        outcomes.add(rcode(trouble));
                default -> {}
            }
        }
        return outcomes;
    }

    private static String rcode(Trouble trouble) {
        return trouble.problem().replaceFirst("^server answers (\\w+).*", "$1");
    }

    private static TlsaBundle bundle(NameServer server, String host) {
        var owner = new ServiceName(DomainName.of(host)).owner();
        List<RecordData> data =
                server.state()
                        .zone(EXAMPLE)
                        .flatMap(zone -> zone.recordSet(owner, RecordType.TLSA))
                        .map(RecordSet::data)
                        .orElse(List.of());
        return TlsaBundle.of(data);
    }

    private static Certificate leaf(NameServer server) {
        return bundle(server, "www.example").leaves().getFirst();
    }

    private void assertAnswered(NameServer server, String host, CertificateRequest wish) {
        var bundle = bundle(server, host);
        assertThat(bundle.requestData()).contains(wish.data());
        var verdict =
                ChainVerifier.verifyBest(
                        bundle.chains(),
                        Expectation.of(wish, clock.instant(), authority.anchors()));
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
    }
}
