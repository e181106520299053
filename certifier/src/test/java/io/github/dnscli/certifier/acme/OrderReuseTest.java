package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.challenge.Presentation;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.FakeAcme;
import io.github.dnscli.certifier.fixture.FakeAcmeOrder;
import io.github.dnscli.certifier.fixture.FakeAcmeStep;
import io.github.dnscli.certifier.fixture.FakeAcmeTrouble;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.state.MemoryStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Orders that were placed before, those that take the place of others, and those with a profile.
class OrderReuseTest {

    private final SteppedClock clock = new SteppedClock(Certificates.NOW);
    private final CertificateRequest request = Certificates.request("www.example");
    private final KeptSlip slip = new KeptSlip();
    private final MemoryStore state = new MemoryStore();
    private FakeAcme acme;
    private ServedProofs proofs;

    @BeforeEach
    void start() throws IOException {
        acme = FakeAcme.start(clock);
        proofs = ServedProofs.start();
    }

    @AfterEach
    void stop() {
        acme.close();
        proofs.close();
    }

    /// {@return an authority of a new process over the same state}
    private AcmeAuthority authority() {
        return AcmeAuthority.of(Acme.settings(acme), proofs, state, clock);
    }

    private Order order(Optional<Certificate> replaces) {
        return new Order(request, replaces, slip, clock.instant().plusSeconds(30));
    }

    private Certificate issue(Optional<Certificate> replaces) throws IOException {
        return Acme.issued(authority(), order(replaces)).leaf();
    }

    private Certificate issue() throws IOException {
        return issue(Optional.empty());
    }

    private void leavePending() throws IOException {
        proofs.answer(new Presentation.Unseen("not there"));
        Acme.later(authority(), order(Optional.empty()));
    }

    @Test
    void carriesOnAPendingOrder() throws IOException {
        leavePending();
        issue();
        assertThat(acme.orders()).hasSize(1);
        assertThat(proofs.presented()).hasSize(2);
        assertThat(proofs.presented().getFirst()).isEqualTo(proofs.presented().getLast());
    }

    @Test
    void gettingTheCertificateIsAllThatIsLeftOfAValidOrder() throws IOException {
        acme.once(FakeAcmeStep.CERTIFICATE, FakeAcmeTrouble.unavailable());
        Acme.later(authority(), order(Optional.empty()));
        issue();
        assertThat(acme.orders()).hasSize(1);
        assertThat(acme.count(FakeAcmeStep.FINALIZE)).isEqualTo(1);
        assertThat(proofs.presented()).hasSize(1);
    }

    @Test
    void waitsForAnOrderThatIsBeingProcessed() throws IOException {
        acme.processing(3, Optional.empty());
        var hasty =
                new Order(request, Optional.empty(), slip, clock.instant().plusMillis(1_000_000));
        acme.once(FakeAcmeStep.ORDER_STATUS, FakeAcmeTrouble.unavailable());
        Acme.later(authority(), hasty);
        issue();
        assertThat(acme.orders()).hasSize(1);
        assertThat(acme.count(FakeAcmeStep.FINALIZE)).isEqualTo(1);
    }

    @Test
    void placesAnotherOrderIfTheFirstHasExpiredWithItsCertificate() throws IOException {
        acme.lifetime(Duration.ofHours(1));
        issue();
        clock.step(Duration.ofHours(2));
        issue();
        assertThat(acme.orders()).hasSize(2);
    }

    @Test
    void doesNotTakeTheCertificateThatIsToBeReplaced() throws IOException {
        var first = issue();
        assertThat(issue(Optional.of(first))).isNotEqualTo(first);
        assertThat(acme.orders()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "\u0001", "ftp:x", ""})
    void placesAnotherOrderIfTheReferenceIsNone(String reference) throws IOException {
        slip.placed(reference);
        issue();
        assertThat(acme.orders()).hasSize(1);
    }

    @Test
    void placesAnotherOrderIfTheAuthorityDoesNotKnowTheFirst() throws IOException {
        acme.once(FakeAcmeStep.ORDER_STATUS, FakeAcmeTrouble.problem(404, "malformed", "none"));
        slip.placed(acme.directory().resolve("/order/1").toString());
        issue();
        acme.once(FakeAcmeStep.ORDER_STATUS, FakeAcmeTrouble.problem(404, "", "not found"));
        issue();
        assertThat(acme.orders()).hasSize(2);
    }

    @Test
    void placesAnotherOrderIfTheFirstHasExpired() throws IOException {
        leavePending();
        clock.step(Duration.ofDays(8));
        issue();
        assertThat(acme.orders()).hasSize(2);
    }

    @Test
    void placesAnotherOrderIfTheFirstHasFailed() throws IOException {
        acme.validation((_, _) -> Optional.of(FakeAcmeTrouble.problem(400, "dns", "SERVFAIL")));
        Acme.later(authority(), order(Optional.empty()));
        acme.heal();
        slip.placed(slip.placed().getFirst());
        issue();
        assertThat(acme.orders()).hasSize(2);
    }

    @Test
    void givesUpAnOrderThatWillNeverBeReady() throws IOException {
        acme.leavePending();
        acme.validation((_, _) -> Optional.of(FakeAcmeTrouble.problem(400, "dns", "SERVFAIL")));
        for (int time = 0; time < 2; time++) {
            var failure = Acme.later(authority(), order(Optional.empty())).failure();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.VALIDATION);
            assertThat(slip.read()).isEmpty();
            slip.placed(slip.placed().getFirst());
        }
        assertThat(acme.orders()).hasSize(1);
    }

    @Test
    void placesAnotherOrderIfTheFirstIsForOtherNames() throws IOException {
        leavePending();
        var other =
                new Order(
                        Certificates.request("other.example"),
                        Optional.empty(),
                        slip,
                        clock.instant().plusSeconds(30));
        Acme.issued(authority(), other);
        assertThat(acme.orders()).hasSize(2);
    }

    @Test
    void placesAnotherOrderIfTheFirstHasAnotherProfile() throws IOException {
        acme.profiles(Map.of("a", Duration.ofDays(9), "b", Duration.ofDays(8)));
        var settings = Acme.settings(acme);
        proofs.answer(new Presentation.Unseen("not there"));
        Acme.later(
                AcmeAuthority.of(Acme.profile(settings, "a"), proofs, state, clock),
                order(Optional.empty()));
        var leaf =
                Acme.issued(
                                AcmeAuthority.of(Acme.profile(settings, "b"), proofs, state, clock),
                                order(Optional.empty()))
                        .leaf();
        assertThat(leaf.lifetime().length()).isEqualTo(Duration.ofDays(8));
        assertThat(acme.orders())
                .extracting(FakeAcmeOrder::profile)
                .containsExactly(Optional.of("a"), Optional.of("b"));
    }

    @Test
    void saysWhatAnOrderReplaces() throws IOException {
        var first = issue();
        slip.discard();
        issue(Optional.of(first));
        assertThat(acme.orders())
                .extracting(FakeAcmeOrder::replaces)
                .containsExactly(Optional.empty(), Optional.of(FakeAcme.renewalId(first)));
    }

    @Test
    void placesAnOrderThatReplacesNothingIfTheCertificateIsReplacedAlready() throws IOException {
        var first = issue();
        slip.discard();
        issue(Optional.of(first));
        slip.discard();
        issue(Optional.of(first));
        assertThat(acme.orders())
                .extracting(FakeAcmeOrder::replaces)
                .containsExactly(
                        Optional.empty(), Optional.of(FakeAcme.renewalId(first)), Optional.empty());
    }

    @Test
    void saysNothingOfReplacementWhereNobodyAsks() throws IOException {
        acme.withoutRenewalInfo();
        var first = issue();
        slip.discard();
        issue(Optional.of(first));
        assertThat(acme.orders()).allMatch(order -> order.replaces().isEmpty());
    }

    @Test
    void saysNothingOfReplacementOfACertificateThatHasNoIdentifier() throws IOException {
        issue(Optional.of(Certificates.issue(Certificates.authority(clock), request).leaf()));
        assertThat(acme.orders()).hasSize(1);
    }

    @Test
    void doesNotProveWhatIsProvedAlready() throws IOException {
        acme.once(FakeAcmeStep.FINALIZE, FakeAcmeTrouble.unavailable());
        Acme.later(authority(), order(Optional.empty()));
        issue();
        assertThat(proofs.presented()).hasSize(1);
        assertThat(acme.orders()).hasSize(1);
    }

    @Test
    void isBelievedIfTheProofIsWhereItShouldBe() throws IOException {
        acme.validateAt(proofs.address());
        issue();
        proofs.lose();
        slip.discard();
        assertThat(Acme.later(authority(), order(Optional.empty())).failure().problem())
                .contains("'www.example': unauthorized: Incorrect TXT record [] found at");
    }

    @Test
    void givesNoMoreThanItsTimeToAnOrder() throws IOException {
        var past = new Order(request, Optional.empty(), slip, Instant.EPOCH);
        assertThat(authority().issue(past)).isInstanceOf(Issuance.Later.class);
    }
}
