package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.acme.AcmeSettings;
import io.github.dnscli.certifier.fixture.FakeAcme;
import io.github.dnscli.certifier.fixture.FakeAcmeOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Certificates that last an hour, for as long as it takes to renew them fifty times.
class RenewalTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int RENEWALS = 50;

    /// A good certificate stands there at each moment, with none besides.
    private static void neverAGap(Clockwork works) {
        assertThat(works.leaves(Clockwork.HOST))
                .singleElement()
                .satisfies(leaf -> assertThat(isValid(leaf, works.now())).isTrue());
    }

    private static boolean isValid(Certificate leaf, Instant now) {
        return !now.isBefore(leaf.lifetime().notBefore())
                && now.isBefore(leaf.lifetime().notAfter());
    }

    @Test
    void anAuthorityOfOnesOwnRenewsFiftyTimesWithoutAGap() throws Exception {
        try (var works = Clockwork.withOwnAuthority(new FastClock(), HOUR)) {
            works.request(Clockwork.HOST);
            works.settle();
            while (works.events(CertifierEvent.Issued.class).size() <= RENEWALS) {
                works.live(HOUR, () -> neverAGap(works));
            }
            // Half of the lifetime is left when it is renewed, give or take.
            var issued =
                    works.events(CertifierEvent.Issued.class).stream()
                            .map(CertifierEvent.Issued::leaf)
                            .toList();
            assertThat(issued).hasSizeLessThanOrEqualTo(RENEWALS + 3);
            everyOneLastedLongEnough(issued);
            assertThat(works.events(CertifierEvent.NotIssued.class)).isEmpty();
            assertThat(works.events(CertifierEvent.LimitReached.class)).isEmpty();
        }
    }

    /// None was renewed before a third of its lifetime had passed: no order too many.
    private static void everyOneLastedLongEnough(List<Certificate> issued) {
        for (int i = 1; i < issued.size(); i++) {
            var lasted =
                    Duration.between(
                            issued.get(i - 1).lifetime().notBefore(),
                            issued.get(i).lifetime().notBefore());
            assertThat(lasted).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(55));
        }
    }

    @Test
    void anAuthorityThatSaysWhenIsAskedFiftyTimesAndNotOnceMore() throws Exception {
        var clock = new FastClock();
        try (var acme = FakeAcme.start(clock);
                var works = Clockwork.with(clock, acme, RenewalTest::shortlived)) {
            acme.profiles(Map.of("shortlived", HOUR));
            acme.validateAt(works.address());
            works.request(Clockwork.HOST);
            works.settle();
            while (acme.orders().size() <= RENEWALS) {
                works.live(HOUR, () -> neverAGap(works));
            }
            inAnUnbrokenLine(acme.orders(), Optional.of("shortlived"));
            everyOneLastedLongEnough(acme.issued());
            assertThat(works.proofs()).isEmpty();
            assertThat(works.events(CertifierEvent.NotIssued.class)).isEmpty();
        }
    }

    private static AcmeSettings shortlived(AcmeSettings usual) {
        return new AcmeSettings(
                usual.directory(),
                usual.roots(),
                usual.accountKey(),
                usual.accountKeyType(),
                usual.accountKeyBits(),
                usual.contacts(),
                usual.externalAccount(),
                Optional.of("shortlived"),
                usual.preferredChain(),
                usual.timeout(),
                usual.ordersAtOnce());
    }

    /// Each certificate but the first takes the place of the one before (RFC 9773 §5).
    private static void inAnUnbrokenLine(List<FakeAcmeOrder> orders, Optional<String> profile) {
        for (int i = 0; i < orders.size(); i++) {
            assertThat(orders.get(i).status()).isEqualTo("valid");
            assertThat(orders.get(i).profile()).isEqualTo(profile);
            assertThat(orders.get(i).replaces())
                    .isEqualTo(
                            i == 0
                                    ? Optional.empty()
                                    : orders.get(i - 1).certificate().map(FakeAcme::renewalId));
        }
    }

    @Test
    void aWindowThatComesEarlierIsObeyed() throws Exception {
        var clock = new FastClock();
        try (var acme = FakeAcme.start(clock);
                var works = Clockwork.with(clock, acme, same -> same)) {
            acme.askAgainAfter(Optional.of(HOUR));
            works.request(Clockwork.HOST);
            works.settle();
            var start = works.now().plus(HOUR.multipliedBy(5));
            var end = start.plus(HOUR);
            acme.renewAt(works.leaves(Clockwork.HOST).getFirst(), start, end);

            works.live(Duration.between(works.now(), start.minusSeconds(1)));
            assertThat(acme.orders()).hasSize(1);

            works.live(HOUR.multipliedBy(2));
            assertThat(acme.orders()).hasSize(2);
            assertThat(acme.orders().getLast().placed()).isBetween(start, end);
            works.live(Duration.ofDays(50));
            inAnUnbrokenLine(acme.orders(), Optional.empty());
            assertThat(acme.orders()).hasSize(2);
        }
    }

    @Test
    void aWindowThatComesLaterIsObeyed() throws Exception {
        var clock = new FastClock();
        try (var acme = FakeAcme.start(clock);
                var works = Clockwork.with(clock, acme, same -> same)) {
            acme.askAgainAfter(Optional.of(Duration.ofDays(1)));
            works.request(Clockwork.HOST);
            works.settle();
            var start = works.now().plus(Duration.ofDays(80));
            acme.renewAt(works.leaves(Clockwork.HOST).getFirst(), start, start.plus(HOUR));

            works.live(Duration.ofDays(79), () -> neverAGap(works));
            assertThat(acme.orders()).hasSize(1);

            works.live(Duration.ofDays(2), () -> neverAGap(works));
            assertThat(acme.orders()).hasSize(2);
        }
    }
}
