package io.github.dnscli.certifier;

import static io.github.dnscli.certifier.Rig.only;
import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static io.github.dnscli.certifier.fixture.Certificates.at;
import static io.github.dnscli.certifier.fixture.Certificates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.ledger.Phase;
import io.github.dnscli.certifier.ledger.RevokedMarks;
import io.github.dnscli.certifier.plan.Renewal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// When certificates are replaced.
class RenewalTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final CertificateRequest request = Certificates.request("www.example");

    @Test
    void renewsFiftyTimesWithoutAGapAndWithoutOneOrderTooMany() throws Exception {
        try (var rig = Rig.of(HOUR, zone("example", at("www.example", request.data())))) {
            var certifier = rig.certifier();
            rig.pass(certifier);
            int expected = 1;
            var leaf = rig.leaf("www.example");
            while (expected <= 50) {
                assertThat(rig.leaf("www.example").lifetime().contains(rig.clock.instant()))
                        .isTrue();
                rig.clock.step(Duration.ofMinutes(1));
                if (!rig.clock.instant().isBefore(Renewal.regular(leaf).at())) {
                    expected++;
                }
                rig.pass(certifier);
                leaf = rig.leaf("www.example");
                assertThat(rig.orders()).isEqualTo(expected);
            }
        }
    }

    @Test
    void saysWhichCertificateIsReplaced() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var certifier = rig.certifier();
            rig.settle(certifier);
            var old = rig.leaf("www.example");
            rig.clock.set(Renewal.regular(old).at());
            rig.settle(certifier);

            assertThat(rig.authority.orders())
                    .extracting(Order::replaces)
                    .containsExactly(Optional.empty(), Optional.of(old));
        }
    }

    @Test
    void tellsWhenTheNextRenewalIs() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var certifier = rig.certifier();
            rig.settle(certifier);
            var due = Renewal.regular(rig.leaf("www.example")).at();

            assertThat(certifier.standings())
                    .singleElement()
                    .satisfies(
                            one -> {
                                assertThat(one.phase()).isEqualTo(Phase.SETTLED);
                                assertThat(one.renewal()).contains(due);
                            });
        }
    }

    @Test
    void renewsInTheWindowThatTheAuthorityNamesAndFollowsItWhenItMoves() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var start = new AtomicReference<>(NOW.plus(DAY.multipliedBy(50)));
            rig.authority.opinion(_ -> advice(rig, start.get()));
            var certifier = rig.certifier();

            var first = only(CertifierEvent.AdviceMoved.class, rig.settle(certifier)).getFirst();
            assertThat(first.renewal()).isBetween(start.get(), start.get().plus(DAY));
            assertThat(certifier.standings().getFirst().renewal()).contains(first.renewal());

            start.set(NOW.plus(DAY.multipliedBy(3)));
            rig.clock.step(HOUR);
            assertThat(only(CertifierEvent.AdviceMoved.class, rig.settle(certifier))).isEmpty();
            rig.clock.step(HOUR.multipliedBy(6));
            var moved = only(CertifierEvent.AdviceMoved.class, rig.settle(certifier)).getFirst();
            rig.clock.set(moved.renewal().minusSeconds(1));
            rig.settle(certifier);
            assertThat(rig.orders()).isEqualTo(1);
            rig.clock.set(moved.renewal());
            assertThat(only(CertifierEvent.Issued.class, rig.settle(certifier)))
                    .singleElement()
                    .extracting(CertifierEvent.Issued::why)
                    .isEqualTo("the authority wants it to be renewed");
            assertThat(rig.orders()).isEqualTo(2);
        }
    }

    @Test
    void renewsAtOnceWhenTheWindowIsPastAndCountsThatOrder() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.opinion(_ -> advice(rig, NOW.minus(DAY.multipliedBy(2))));
            var certifier = rig.certifier();

            for (int i = 0; i < 30; i++) {
                rig.pass(certifier);
                rig.clock.step(Duration.ofMinutes(1));
            }

            assertThat(rig.orders()).isEqualTo(5);
            assertThat(certifier.standings().getFirst().phase()).isEqualTo(Phase.LIMITED);
        }
    }

    @Test
    void keepsItsMomentWhileTheWindowStays() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var start = NOW.plus(DAY.multipliedBy(50));
            var asked = new AtomicInteger();
            rig.authority.opinion(
                    _ -> {
                        asked.incrementAndGet();
                        return advice(rig, start);
                    });
            var certifier = rig.certifier();
            rig.settle(certifier);
            var moment = certifier.standings().getFirst().renewal();

            for (int i = 0; i < 4; i++) {
                rig.clock.step(HOUR.multipliedBy(6));
                rig.settle(certifier);
                assertThat(certifier.standings().getFirst().renewal()).isEqualTo(moment);
            }
            assertThat(asked).hasValue(5);
            certifier.close();

            var next = rig.certifier();
            rig.settle(next);
            assertThat(asked).hasValue(5);
            assertThat(next.standings().getFirst().renewal()).isEqualTo(moment);
        }
    }

    @Test
    void goesByTheLifetimeWhileTheAuthorityCannotBeAskedAndTellsThatOnce() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.opinion(
                    _ -> {
                        throw new IOException("no route to the authority");
                    });
            var certifier = rig.certifier();

            assertThat(only(CertifierEvent.AdviceFailed.class, rig.settle(certifier)))
                    .containsExactly(
                            new CertifierEvent.AdviceFailed(
                                    request, "no route to the authority", NOW.plus(Rig.FIRST)));
            rig.clock.step(HOUR);
            assertThat(rig.settle(certifier)).isEmpty();
            rig.clock.set(Renewal.regular(rig.leaf("www.example")).at());
            rig.settle(certifier);
            assertThat(rig.orders()).isEqualTo(2);
        }
    }

    @Test
    void neverLetsACertificateExpireForALateWindow() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.opinion(_ -> advice(rig, NOW.plus(DAY.multipliedBy(400))));
            var certifier = rig.certifier();
            rig.settle(certifier);
            var old = rig.leaf("www.example");

            rig.clock.set(old.lifetime().notAfter().minus(DAY.multipliedBy(8)));
            rig.settle(certifier);
            assertThat(rig.leaf("www.example")).isNotEqualTo(old);
        }
    }

    @Test
    void replacesWhatAnotherProcessRevoked() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var certifier = rig.certifier();
            rig.settle(certifier);
            var old = rig.leaf("www.example");

            RevokedMarks.mark(rig.state, old);
            var events = rig.settle(certifier);

            assertThat(events).startsWith(new CertifierEvent.RevocationSeen(request, old));
            assertThat(only(CertifierEvent.Issued.class, events))
                    .singleElement()
                    .extracting(CertifierEvent.Issued::why)
                    .isEqualTo("the certificate has been revoked");
            assertThat(rig.leaf("www.example")).isNotEqualTo(old);
            assertThat(rig.bundle("www.example").leaves()).hasSize(1);
        }
    }

    @Test
    void replacesWhatThePrivateAuthorityRevoked() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var certifier = rig.certifier();
            rig.settle(certifier);
            var old = rig.leaf("www.example");

            rig.state.write("revoked/1f-" + RevokedMarks.serial(old), "");
            rig.settle(certifier);

            assertThat(rig.leaf("www.example")).isNotEqualTo(old);
        }
    }

    @Test
    void replacesWhatAnotherAuthorityIssued() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.id("https://staging.example/");
            var trying = rig.certifier();
            rig.settle(trying);
            trying.close();
            rig.authority.id("https://production.example/");
            var certifier = rig.certifier();

            assertThat(only(CertifierEvent.Issued.class, rig.settle(certifier)))
                    .singleElement()
                    .extracting(CertifierEvent.Issued::why)
                    .isEqualTo(
                            "the certificate was issued by 'https://staging.example/', and"
                                    + " 'https://production.example/' is to issue now");
            assertThat(rig.authority.orders().getLast().replaces()).isEmpty();
        }
    }

    @Test
    void takesOverACertificateThatNobodyRemembers() throws Exception {
        try (var rig = Rig.of(zone("example"))) {
            var issued = Certificates.issue(rig.real, request);
            var data = new ArrayList<>(Certificates.data(issued));
            data.add(request.data());
            rig.server.change(state -> state.with(zone("example", at("www.example", data))));
            var certifier = rig.certifier();

            assertThat(rig.settle(certifier)).isEmpty();
            assertThat(rig.orders()).isZero();
            assertThat(certifier.standings().getFirst().certificate())
                    .hasValueSatisfying(
                            known -> {
                                assertThat(known.leaf()).isEqualTo(issued.leaf());
                                assertThat(known.authority()).isEmpty();
                            });
        }
    }

    private static Optional<RenewalAdvice> advice(Rig rig, Instant start) {
        return Optional.of(
                new RenewalAdvice(
                        start,
                        start.plus(DAY),
                        Optional.empty(),
                        rig.clock.instant().plus(HOUR.multipliedBy(6))));
    }
}
