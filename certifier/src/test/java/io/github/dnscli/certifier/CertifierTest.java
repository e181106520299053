package io.github.dnscli.certifier;

import static io.github.dnscli.certifier.Rig.EXAMPLE;
import static io.github.dnscli.certifier.Rig.MAIL;
import static io.github.dnscli.certifier.Rig.SETTINGS;
import static io.github.dnscli.certifier.Rig.WWW;
import static io.github.dnscli.certifier.Rig.only;
import static io.github.dnscli.certifier.Rig.trouble;
import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static io.github.dnscli.certifier.fixture.Certificates.at;
import static io.github.dnscli.certifier.fixture.Certificates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.server.ZoneStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requests, certificates, and who may have which.
class CertifierTest {

    private final CertificateRequest request = Certificates.request("www.example");

    @Test
    void answersARequestOnceAndThenRests() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var certifier = rig.certifier();

            assertThat(rig.pass(certifier))
                    .extracting(Object::getClass)
                    .containsExactly(CertifierEvent.Issued.class, CertifierEvent.Published.class);
            rig.assertAnswered("www.example", request);
            var serial = rig.server.state().zone(EXAMPLE).orElseThrow().serial();
            for (int i = 0; i < 5; i++) {
                rig.clock.step(Duration.ofMinutes(10));
                assertThat(rig.pass(certifier)).isEmpty();
            }

            assertThat(rig.orders()).isEqualTo(1);
            assertThat(rig.server.state().zone(EXAMPLE).orElseThrow().serial()).isEqualTo(serial);
        }
    }

    @Test
    void tellsWhoIssuedAndWhy() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            assertThat(only(CertifierEvent.Issued.class, rig.pass(rig.certifier())))
                    .singleElement()
                    .satisfies(
                            issued -> {
                                assertThat(issued.authority()).isEqualTo("scripted");
                                assertThat(issued.why()).isEqualTo("there is no certificate yet");
                                assertThat(issued.leaf()).isEqualTo(rig.leaf("www.example"));
                            });
        }
    }

    @Test
    void seesARequestThatComesLaterAndOneThatGoes() throws Exception {
        try (var rig = Rig.of(zone("example"))) {
            var certifier = rig.certifier();
            rig.pass(certifier);
            assertThat(rig.orders()).isZero();

            rig.upload(WWW, "www.example", request);
            rig.settle(certifier);
            rig.assertAnswered("www.example", request);

            var owner = Rig.owner("www.example");
            rig.tell(WWW, Update.of(EXAMPLE).deleteRecord(owner, request.data()));
            assertThat(rig.pass(certifier))
                    .containsExactly(new CertifierEvent.Withdrawn(request.names(), List.of(owner)));
            rig.clock.step(Duration.ofDays(80));
            assertThat(rig.settle(certifier)).isEmpty();
            assertThat(rig.orders()).isEqualTo(1);
        }
    }

    @Test
    void doesNotGiveOneTenantTheNamesOfAnother() throws Exception {
        try (var rig = Rig.of(zone("example"))) {
            var certifier = rig.certifier();
            var greedy = Certificates.request("www.example", "mail.example");
            rig.upload(WWW, "www.example", greedy);

            assertThat(only(CertifierEvent.Refused.class, rig.settle(certifier)))
                    .singleElement()
                    .extracting(CertifierEvent.Refused::reason)
                    .asString()
                    .startsWith(
                            "it asks for 'mail.example', which is neither at nor below 'www.example'");
            assertThat(rig.orders()).isZero();
            assertThat(rig.upload(WWW, "mail.example", greedy)).isInstanceOf(Reply.Refused.class);
        }
    }

    @Test
    void grantsTheNameOfAnotherWhoPutsUpTheSameRequest() throws Exception {
        try (var rig = Rig.of(zone("example"))) {
            var certifier = rig.certifier();
            var both = Certificates.request("www.example", "mail.example");
            rig.upload(WWW, "www.example", both);
            rig.pass(certifier);
            rig.upload(MAIL, "mail.example", both);
            rig.pass(certifier);

            assertThat(rig.orders()).isEqualTo(1);
            rig.assertAnswered("www.example", both);
            rig.assertAnswered("mail.example", both);
        }
    }

    @Test
    void tellsOfARefusalOnceUntilThereIsAnotherRequest() throws Exception {
        var broken = TlsaRole.REQUEST.data(new byte[] {1, 2, 3});
        try (var rig = Rig.of(zone("example", at("www.example", broken)))) {
            var certifier = rig.certifier();

            assertThat(refusals(rig.pass(certifier))).containsExactly("it is not DER");
            for (int i = 0; i < 3; i++) {
                rig.clock.step(Duration.ofSeconds(10));
                rig.touch();
                assertThat(rig.pass(certifier)).isEmpty();
            }
            var worse = TlsaRole.REQUEST.data(new byte[] {4, 5, 6});
            var owner = Rig.owner("www.example");
            rig.tell(WWW, Update.of(EXAMPLE).add(new ResourceRecord(owner, new Ttl(60), worse)));
            assertThat(refusals(rig.pass(certifier))).hasSize(1);
        }
    }

    @Test
    void keepsTheCertificateWhenTheServerRefusesTheUpdate() throws Exception {
        var refusing = new AtomicBoolean(true);
        ZoneStore store =
                _ -> {
                    if (refusing.get()) {
                        throw new IOException("the disk is full");
                    }
                };
        try (var rig = Rig.of(store, zone("example", at("www.example", request.data())))) {
            var certifier = rig.certifier();

            assertThat(trouble(rig.pass(certifier))).containsExactly("SERVFAIL");
            assertThat(rig.pass(certifier)).isEmpty();
            int attempts = 1;
            for (int second = 0; second < 3600; second += 10) {
                rig.clock.step(Duration.ofSeconds(10));
                attempts += trouble(rig.pass(certifier)).size();
            }
            // After 10, 20, 40 … 2560 s.
            assertThat(attempts).isEqualTo(9);
            refusing.set(false);
            rig.clock.step(Duration.ofHours(1));
            rig.settle(certifier);

            assertThat(rig.orders()).isEqualTo(1);
            rig.assertAnswered("www.example", request);
        }
    }

    @Test
    void writesNothingOverAPlaceThatHasChangedMeanwhile() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var second = Certificates.request("www.example");
            rig.authority.manner(
                    order -> {
                        if (rig.orders() == 1) {
                            rig.upload(WWW, "www.example", second);
                        }
                        return rig.authority.regular(order);
                    });
            var certifier = rig.certifier();

            assertThat(rig.pass(certifier))
                    .contains(new CertifierEvent.Overtaken(request, Rig.owner("www.example")))
                    .noneMatch(CertifierEvent.NotPublished.class::isInstance);
            rig.pass(certifier);

            rig.assertAnswered("www.example", second);
            assertThat(rig.bundle("www.example").leaves()).hasSize(1);
        }
    }

    @Test
    void writesAgainAtOnceWhenAPlaceHasChangedMeanwhile() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var other = Certificates.request("a.www.example").data();
            var owner = Rig.owner("www.example");
            rig.authority.manner(
                    order -> {
                        if (rig.orders() == 1) {
                            var record = new ResourceRecord(owner, new Ttl(60), other);
                            rig.tell(WWW, Update.of(EXAMPLE).add(record));
                        }
                        return rig.authority.regular(order);
                    });
            var certifier = rig.certifier();

            rig.settle(certifier);

            rig.assertAnswered("www.example", request);
            assertThat(rig.orders()).isEqualTo(2);
        }
    }

    @Test
    void answersTwoRequestsInOnePlaceOneAfterTheOther() throws Exception {
        var second = Certificates.request("a.www.example");
        try (var rig = Rig.of(zone("example", at("www.example", request.data(), second.data())))) {
            var certifier = rig.certifier();

            assertThat(trouble(rig.settle(certifier))).isEmpty();

            assertThat(rig.orders()).isEqualTo(2);
            rig.assertAnswered("www.example", request);
            rig.assertAnswered("www.example", second);
            assertThat(rig.bundle("www.example").leaves()).hasSize(2);
        }
    }

    @Test
    void ordersOnceForARequestInTwoPlaces() throws Exception {
        var both = Certificates.request("www.example", "mail.test");
        try (var rig =
                Rig.of(
                        zone("example", at("www.example", both.data())),
                        zone("test", at("mail.test", both.data())))) {
            rig.pass(rig.certifier());

            assertThat(rig.orders()).isEqualTo(1);
            rig.assertAnswered("www.example", both);
            rig.assertAnswered("mail.test", both);
        }
    }

    @Test
    void tellsWhenTheServerDoesNotKnowTheKey() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var certifier =
                    rig.certifier(rig::zones, Rig.key("stranger._update"), rig.authority, SETTINGS);

            assertThat(only(CertifierEvent.NotPublished.class, rig.pass(certifier)))
                    .singleElement()
                    .satisfies(
                            failed -> {
                                assertThat(failed.trouble())
                                        .isInstanceOf(Trouble.Uncertainty.class);
                                assertThat(failed.trouble().problem()).contains("BADKEY");
                                assertThat(failed.retry()).isEqualTo(NOW.plus(Rig.FIRST));
                            });
        }
    }

    @Test
    void waitsLongerAndLongerForAServerThatIsDown() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var seen = List.copyOf(rig.zones());
            var certifier = rig.certifier(() -> seen, Rig.CERTIFIER, rig.authority, SETTINGS);
            rig.server.close();
            int attempts = 0;
            for (int second = 0; second < 3600; second += 10) {
                attempts += trouble(rig.pass(certifier)).size();
                rig.clock.step(Duration.ofSeconds(10));
            }

            // After 10, 20, 40 … 2560 s.
            assertThat(attempts).isEqualTo(9);
            assertThat(rig.orders()).isEqualTo(1);
        }
    }

    @Test
    void asksAnAuthorityThatWantsTimeOnlyWhenTheTimeHasCome() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var later = NOW.plus(Duration.ofMinutes(20));
            var busy = new Failure(Failure.Kind.RATE_LIMITED, "too many requests");
            rig.authority.manner(
                    order ->
                            rig.clock.instant().isBefore(later)
                                    ? new Issuance.Later(busy, later)
                                    : rig.authority.regular(order));
            var certifier = rig.certifier();

            assertThat(rig.pass(certifier))
                    .containsExactly(new CertifierEvent.NotIssued(request, busy, later));
            assertThat(rig.pass(certifier)).isEmpty();
            assertThat(certifier.next()).contains(later);
            while (rig.clock.instant().isBefore(later)) {
                rig.pass(certifier);
                rig.clock.step(Duration.ofSeconds(10));
            }
            assertThat(rig.orders()).isEqualTo(1);
            rig.pass(certifier);
            assertThat(rig.orders()).isEqualTo(2);
            rig.assertAnswered("www.example", request);
        }
    }

    @Test
    void triesAgainAtOnceWhenSomebodyHasMendedWhatFailed() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var forbidden = new Failure(Failure.Kind.CAA, "CAA forbids it");
            rig.authority.manner(_ -> new Issuance.Refused(forbidden));
            var certifier = rig.certifier();
            rig.pass(certifier);
            rig.authority.manner(rig.authority::regular);
            rig.pass(certifier);
            assertThat(rig.orders()).isEqualTo(1);

            certifier.tryAgain();
            rig.pass(certifier);

            assertThat(rig.orders()).isEqualTo(2);
            rig.assertAnswered("www.example", request);
        }
    }

    @Test
    void leavesAnAuthorityInPeaceThatWasAskedTooOften() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var busy = new Failure(Failure.Kind.RATE_LIMITED, "too many requests");
            rig.authority.manner(_ -> new Issuance.Later(busy, NOW.plus(Duration.ofHours(9))));
            var certifier = rig.certifier();
            rig.pass(certifier);

            certifier.tryAgain();
            rig.pass(certifier);

            assertThat(rig.orders()).isEqualTo(1);
        }
    }

    @Test
    void doesNotPublishACertificateThatWasNotOrdered() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var other = Certificates.issue(rig.real, Certificates.request("evil.example"));
            rig.authority.manner(_ -> other);
            var certifier = rig.certifier();

            assertThat(only(CertifierEvent.NotIssued.class, rig.pass(certifier)))
                    .singleElement()
                    .satisfies(
                            failed -> {
                                assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.MISFIT);
                                assertThat(failed.failure().problem())
                                        .isEqualTo(
                                                "the certificate it issued does not fit the request");
                            });
            assertThat(rig.bundle("www.example").leaves()).isEmpty();
        }
    }

    @Test
    void doesNotPublishMoreThanFitsAnUpdate() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var ballast =
                    IntStream.range(0, 30)
                            .mapToObj(_ -> Certificates.authority(rig.clock))
                            .flatMap(
                                    other ->
                                            Certificates.issue(other, request)
                                                    .authorities()
                                                    .stream())
                            .toList();
            rig.authority.manner(
                    order -> {
                        var issued = Certificates.issue(rig.real, order.request());
                        var chain = new ArrayList<>(issued.authorities());
                        chain.addAll(ballast);
                        return new Issuance.Issued(issued.leaf(), chain);
                    });

            assertThat(only(CertifierEvent.NotIssued.class, rig.pass(rig.certifier())))
                    .extracting(event -> event.failure().problem())
                    .singleElement()
                    .asString()
                    .matches(
                            "the certificate it issued and its chain have \\d+ octets, where 12288 fit an update");
        }
    }

    @Test
    void writesAllThatTheAuthorityIssuedWhereItsRootsAreNotKnown() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.withoutRoots();
            var certifier = rig.certifier();
            rig.pass(certifier);

            assertThat(rig.bundle("www.example").authorities()).hasSize(1);
            rig.assertAnswered("www.example", request);
            assertThat(rig.settle(certifier)).isEmpty();
            assertThat(rig.orders()).isEqualTo(1);
        }
    }

    @Test
    void putsBackWhatSomebodyTookAwayWithoutAnOrder() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var certifier = rig.certifier();
            rig.settle(certifier);
            var link =
                    TlsaRole.AUTHORITY.data(
                            rig.bundle("www.example").authorities().getFirst().der());
            rig.tell(WWW, Update.of(EXAMPLE).deleteRecord(Rig.owner("www.example"), link));

            rig.pass(certifier);
            rig.assertAnswered("www.example", request);
            rig.upload(WWW, "www.example", request);
            rig.pass(certifier);

            rig.assertAnswered("www.example", request);
            assertThat(rig.orders()).isEqualTo(1);
        }
    }

    @Test
    void writesAgainWhatIsNotSeenForALongTime() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var stale = List.copyOf(rig.zones());
            var fresh = new AtomicBoolean();
            var certifier =
                    rig.certifier(
                            () -> fresh.get() ? rig.zones() : stale,
                            Rig.CERTIFIER,
                            rig.authority,
                            SETTINGS);
            var events = new AtomicInteger();
            rig.pass(certifier);
            for (int second = 0; second < 3600; second += 10) {
                rig.clock.step(Duration.ofSeconds(10));
                events.addAndGet(rig.pass(certifier).size());
            }

            assertThat(events).hasValue(8);
            assertThat(rig.orders()).isEqualTo(1);
            fresh.set(true);
            assertThat(rig.settle(certifier)).isEmpty();
        }
    }

    @Test
    void waitsAfterAnUpdateThatCannotEvenBeMade() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var tries = new AtomicInteger();
            Transport broken =
                    (_, _) -> {
                        tries.incrementAndGet();
                        throw new IllegalArgumentException("a message of 70000 octets");
                    };
            var told = new ArrayList<CertifierEvent>();
            var line = rig.line(Rig.CERTIFIER);
            var parts =
                    new CertifierParts(
                            rig::zones,
                            new PrimaryServer(
                                    broken,
                                    line.address(),
                                    line.key(),
                                    line.timeout(),
                                    rig.clock,
                                    line.random()),
                            rig.authority,
                            rig.state,
                            rig.clock,
                            line.random(),
                            event -> {
                                synchronized (told) {
                                    told.add(event);
                                }
                            });
            try (var certifier = new Certifier(parts, SETTINGS)) {
                rig.settle(certifier);
            }

            assertThat(tries).hasValue(1);
            assertThat(only(CertifierEvent.NotPublished.class, told))
                    .singleElement()
                    .satisfies(
                            event ->
                                    assertThat(event.trouble().problem())
                                            .endsWith("a message of 70000 octets"));
        }
    }

    private static List<String> refusals(List<CertifierEvent> events) {
        return only(CertifierEvent.Refused.class, events).stream()
                .map(CertifierEvent.Refused::reason)
                .toList();
    }
}
