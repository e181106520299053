package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.challenge.Presentation;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.FakeAcme;
import io.github.dnscli.certifier.fixture.FakeAcmeStep;
import io.github.dnscli.certifier.fixture.FakeAcmeTrouble;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong with an order, what is said of it, and what becomes of the order.
class FailureTest {

    private final SteppedClock clock = new SteppedClock(Certificates.NOW);
    private final CertificateRequest request = Certificates.request("a.example", "b.example");
    private final KeptSlip slip = new KeptSlip();
    private final MemoryStore state = new MemoryStore();
    private FakeAcme acme;
    private ServedProofs proofs;
    private AcmeAuthority authority;

    @BeforeEach
    void start() throws IOException {
        acme = FakeAcme.start(clock);
        proofs = ServedProofs.start();
        authority = AcmeAuthority.of(Acme.settings(acme), proofs, state, clock);
    }

    @AfterEach
    void stop() {
        acme.close();
        proofs.close();
    }

    private Order order() {
        return Acme.order(request, slip, Certificates.NOW);
    }

    private Issuance.Later later() throws IOException {
        return Acme.later(authority, order());
    }

    private String refuses(String what) {
        return "ACME authority '" + acme.directory() + "' refuses: " + what;
    }

    private void assertHeals(int orders) throws IOException {
        acme.heal();
        Acme.issued(authority, order());
        assertThat(acme.orders()).hasSize(orders);
        assertThat(proofs.visible()).isEmpty();
    }

    @Test
    void waitsAsLongAsItIsTold() throws IOException {
        acme.once(FakeAcmeStep.ORDER, FakeAcmeTrouble.rateLimited(Duration.ofHours(3)));
        var until = Certificates.NOW.plus(Duration.ofHours(3));
        assertThat(later())
                .isEqualTo(
                        new Issuance.Later(
                                new Failure(
                                        Failure.Kind.RATE_LIMITED,
                                        refuses(
                                                "rateLimited: too many certificates already issued; it may be asked at "
                                                        + until)),
                                until));
        assertHeals(1);
    }

    @Test
    void waitsAnHourIfItIsNotToldHowLong() throws IOException {
        acme.once(FakeAcmeStep.ORDER, FakeAcmeTrouble.problem(429, "rateLimited", "too many"));
        assertThat(later().notBefore()).isEqualTo(Certificates.NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void tellsOfAnAuthorityThatIsDown() throws IOException {
        acme.down();
        var later = later();
        assertThat(later.failure().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(later.failure().problem())
                .isEqualTo(
                        "ACME authority '%s' cannot be reached: no connection with 127.0.0.1:%d: refused"
                                .formatted(acme.directory(), acme.directory().getPort()));
        assertThat(later.notBefore()).isEqualTo(Certificates.NOW);
        acme.up();
        assertHeals(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTORY, 0",
        "NONCE, 0",
        "ACCOUNT, 0",
        "ORDER, 0",
        "AUTHORIZATION, 1",
        "CHALLENGE, 1",
        "ORDER_STATUS, 1",
        "FINALIZE, 1",
        "CERTIFICATE, 1"
    })
    void carriesOnWhereItWasInterrupted(FakeAcmeStep step, int orders) throws IOException {
        for (var trouble :
                List.of(
                        FakeAcmeTrouble.unavailable().after(Duration.ofMinutes(5)),
                        FakeAcmeTrouble.silence(),
                        FakeAcmeTrouble.problem(500, "serverInternal", "out of order"))) {
            acme.always(step, trouble);
            var later = later();
            assertThat(later.failure().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
            assertThat(later.notBefore())
                    .isEqualTo(Certificates.NOW.plus(trouble.retryAfter().orElse(Duration.ZERO)));
            assertThat(proofs.visible()).isEmpty();
        }
        assertThat(acme.orders()).hasSize(orders);
        assertHeals(1);
        assertThat(slip.placed()).hasSize(1);
    }

    @Test
    void tellsAllThatForbidsAnOrder() throws IOException {
        acme.once(
                FakeAcmeStep.ORDER,
                FakeAcmeTrouble.problem(400, "malformed", "Some identifiers were rejected")
                        .about("a.example", "rejectedIdentifier", "Forbidden by policy")
                        .about("b.example", "caa", "CAA record for b.example\nprevents issuance"));
        assertThat(Acme.refused(authority, order()))
                .isEqualTo(
                        new Failure(
                                Failure.Kind.REJECTED,
                                refuses(
                                        "malformed: Some identifiers were rejected ('a.example': rejectedIdentifier: Forbidden by policy; 'b.example': caa: CAA record for b.example prevents issuance)")));
        assertThat(slip.read()).isEmpty();
    }

    @Test
    void tellsOfCaaThatForbidsACertificate() throws IOException {
        acme.ordersFail(
                FakeAcmeTrouble.problem(403, "caa", "Error finalizing order")
                        .about("a.example", "caa", "CAA record for a.example prevents issuance"));
        assertThat(Acme.refused(authority, order()))
                .isEqualTo(
                        new Failure(
                                Failure.Kind.CAA,
                                refuses(
                                        "caa: Error finalizing order ('a.example': caa: CAA record for a.example prevents issuance)")));
        assertThat(slip.read()).isEmpty();
        assertHeals(2);
    }

    @Test
    void tellsOfEachProofThatWasNotFound() throws IOException {
        acme.validation(
                (name, _) ->
                        Optional.of(
                                FakeAcmeTrouble.problem(
                                        403,
                                        "unauthorized",
                                        "No TXT record found at _acme-challenge."
                                                + name.display())));
        var later = later();
        assertThat(later.failure())
                .isEqualTo(
                        new Failure(
                                Failure.Kind.VALIDATION,
                                refuses(
                                        "'a.example': unauthorized: No TXT record found at _acme-challenge.a.example; 'b.example': unauthorized: No TXT record found at _acme-challenge.b.example")));
        assertThat(slip.read()).isEmpty();
        assertThat(proofs.visible()).isEmpty();
        assertHeals(2);
    }

    @Test
    void refusesForGoodIfOneOfTheProofsMeetsCaa() throws IOException {
        acme.validation(
                (name, _) ->
                        Optional.of(
                                name.equals(DomainName.of("a.example"))
                                        ? FakeAcmeTrouble.problem(400, "dns", "SERVFAIL")
                                        : FakeAcmeTrouble.problem(403, "caa", "CAA forbids")));
        assertThat(Acme.refused(authority, order()).kind()).isEqualTo(Failure.Kind.CAA);
    }

    @ParameterizedTest
    @CsvSource({
        "rejectedIdentifier, REJECTED",
        "unsupportedIdentifier, REJECTED",
        "badCSR, REJECTED",
        "badPublicKey, REJECTED",
        "invalidProfile, REJECTED",
        "unauthorized, ACCOUNT",
        "userActionRequired, ACCOUNT",
        "externalAccountRequired, ACCOUNT",
        "invalidContact, ACCOUNT",
        "caa, CAA",
        "malformed, ORDER"
    })
    void leavesToPeopleWhatOnlyPeopleCanMend(String type, Failure.Kind kind) throws IOException {
        acme.once(FakeAcmeStep.FINALIZE, FakeAcmeTrouble.problem(403, type, "so it is"));
        var failure = Acme.refused(authority, order());
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.problem()).contains(type + ": so it is");
        assertThat(slip.read()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "externalAccountRequired, '--eab-kid'",
        "invalidContact, '--email'",
        "unsupportedContact, '--email'",
        "badSignatureAlgorithm, '--account-key-type'"
    })
    void saysWhatIsToBeGivenForAnAccount(String type, String option) throws IOException {
        acme.once(FakeAcmeStep.ACCOUNT, FakeAcmeTrouble.problem(400, type, "so it is"));
        var failure = Acme.refused(authority, order());
        assertThat(failure.kind()).isEqualTo(Failure.Kind.ACCOUNT);
        assertThat(failure.problem()).contains(type + ": so it is; ").contains(option);
    }

    @ParameterizedTest
    @CsvSource({"dns", "connection", "incorrectResponse", "tls"})
    void triesAgainWhereValidationFailed(String type) throws IOException {
        acme.ordersFail(FakeAcmeTrouble.problem(400, type, "so it is"));
        assertThat(later().failure())
                .isEqualTo(new Failure(Failure.Kind.VALIDATION, refuses(type + ": so it is")));
    }

    @Test
    void triesAgainAfterAProblemThatNobodyKnows() throws IOException {
        acme.ordersFail(FakeAcmeTrouble.problem(400, "moonPhase", "not today"));
        assertThat(later().failure())
                .isEqualTo(new Failure(Failure.Kind.ORDER, refuses("moonPhase: not today")));
        acme.heal();
        acme.once(FakeAcmeStep.ORDER, FakeAcmeTrouble.problem(400, "moonPhase", "not today"));
        assertThat(later().failure().kind()).isEqualTo(Failure.Kind.ORDER);
    }

    @Test
    void blamesProofsAndNotTheAccountForAnOrderThatHasEnded() throws IOException {
        acme.ordersFail(FakeAcmeTrouble.problem(403, "unauthorized", "no authorization"));
        assertThat(later().failure().kind()).isEqualTo(Failure.Kind.VALIDATION);
    }

    @Test
    void looksAtAuthorizationsIfTheOrderDoesNotShowThatOneHasFailed() throws IOException {
        acme.leavePending();
        acme.validation((_, _) -> Optional.of(FakeAcmeTrouble.problem(400, "dns", "SERVFAIL")));
        assertThat(later().failure().kind()).isEqualTo(Failure.Kind.VALIDATION);
        assertThat(slip.read()).isEmpty();
    }

    @Test
    void keepsAwayForAnHourFromAnAuthorityThatSaysNothingButTooMany() throws IOException {
        acme.once(FakeAcmeStep.ORDER, FakeAcmeTrouble.problem(429, "", "Too Many Requests"));
        var later = later();
        assertThat(later.failure().kind()).isEqualTo(Failure.Kind.RATE_LIMITED);
        assertThat(later.notBefore()).isEqualTo(Certificates.NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void keepsAwayForNoLongerThanAWeek() throws IOException {
        acme.once(FakeAcmeStep.ORDER, FakeAcmeTrouble.rateLimited(Duration.ofDays(1000)));
        assertThat(later().notBefore()).isEqualTo(Certificates.NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void keepsAwayForAnHourIfOneOfTheNamesWasAskedForTooOften() throws IOException {
        acme.once(
                FakeAcmeStep.ORDER,
                FakeAcmeTrouble.problem(403, "malformed", "no")
                        .about("a.example", "rateLimited", "too many failures"));
        var later = later();
        assertThat(later.failure().kind()).isEqualTo(Failure.Kind.RATE_LIMITED);
        assertThat(later.notBefore()).isEqualTo(Certificates.NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void asksAgainWhereTheOtherSideHangsUp() throws IOException {
        for (var step : List.of(FakeAcmeStep.ORDER, FakeAcmeStep.FINALIZE)) {
            acme.once(step, FakeAcmeTrouble.silence());
        }
        Acme.issued(authority, order());
        assertThat(acme.orders()).hasSize(1);
    }

    @Test
    void findsNewNoncesWhenItsOwnAreNotGood() throws IOException {
        for (int time = 0; time < 19; time++) {
            acme.once(FakeAcmeStep.ORDER, FakeAcmeTrouble.problem(400, "badNonce", "again"));
        }
        Acme.issued(authority, order());
        acme.always(FakeAcmeStep.ORDER_STATUS, FakeAcmeTrouble.problem(400, "badNonce", "again"));
        assertThat(later().failure())
                .isEqualTo(new Failure(Failure.Kind.UNREACHABLE, refuses("badNonce: again")));
    }

    @Test
    void looksAgainIfTheOrderIsNotReadyYet() throws IOException {
        acme.once(FakeAcmeStep.FINALIZE, FakeAcmeTrouble.problem(403, "orderNotReady", "wait"));
        Acme.issued(authority, order());
        assertThat(acme.orders()).hasSize(1);
    }

    @Test
    void tellsOfProofsThatCannotBePublished() throws IOException {
        proofs.answer(new Presentation.Unpublished("server 192.0.2.1 refuses the update"));
        assertThat(later().failure())
                .isEqualTo(
                        new Failure(Failure.Kind.CHALLENGE, "server 192.0.2.1 refuses the update"));
        assertThat(acme.count(FakeAcmeStep.CHALLENGE)).isZero();
        assertHeals(1);
    }

    @Test
    void doesNotCallTheAuthorityBeforeProofsAreSeen() throws IOException {
        proofs.answer(new Presentation.Unseen("name server 192.0.2.2 does not have it"));
        assertThat(later().failure())
                .isEqualTo(
                        new Failure(
                                Failure.Kind.PROPAGATION,
                                "name server 192.0.2.2 does not have it"));
        assertThat(acme.count(FakeAcmeStep.CHALLENGE)).isZero();
        assertThat(proofs.visible()).isEmpty();
        assertHeals(1);
    }

    @Test
    void losesNoCertificateOverProofsThatStay() throws IOException {
        proofs.refuseWithdrawal();
        Acme.issued(authority, order());
        assertThat(proofs.visible()).hasSize(2);
        authority.tidy();
        assertThat(proofs.visible()).isEmpty();
    }

    @Test
    void looksNoSoonerThanItIsTold() throws IOException {
        acme.processing(Integer.MAX_VALUE, Optional.of(Duration.ofMinutes(1)));
        var later = Acme.later(authority, hasty());
        assertThat(later.notBefore()).isEqualTo(Certificates.NOW.plus(Duration.ofMinutes(1)));
        // Once after the proofs, and once after the signing request.
        assertThat(acme.count(FakeAcmeStep.ORDER_STATUS)).isEqualTo(2);
    }

    private Order hasty() {
        return new Order(request, Optional.empty(), slip, Certificates.NOW.plusMillis(500));
    }

    @Test
    void carriesOnAfterTheDeadline() throws IOException {
        acme.processing(Integer.MAX_VALUE, Optional.empty());
        assertThat(Acme.later(authority, hasty()).failure())
                .isEqualTo(
                        new Failure(
                                Failure.Kind.ORDER,
                                "ACME authority '%s' has not come to an end with the order in time"
                                        .formatted(acme.directory())));
        assertThat(slip.read()).isPresent();
    }

    @Test
    void leavesTheOrderAloneWhenInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        assertThat(later().failure().kind()).isEqualTo(Failure.Kind.LOCAL);
        assertThat(Thread.interrupted()).isTrue();
        assertHeals(1);
    }

    @Test
    void leavesTheOrderAloneWhenInterruptedWhileItWaits() throws IOException {
        var thread = Thread.currentThread();
        acme.validation(
                (_, _) -> {
                    thread.interrupt();
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                    return Optional.empty();
                });
        assertThat(later().failure().kind()).isEqualTo(Failure.Kind.LOCAL);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(proofs.visible()).isEmpty();
        assertHeals(1);
    }

    @Test
    void namesTheProofsThatTheAuthorityWouldTake() throws IOException {
        proofs.answerOnly("dns-persist-01");
        assertThat(Acme.refused(authority, order()))
                .isEqualTo(
                        new Failure(
                                Failure.Kind.REJECTED,
                                "ACME authority '%s' does not take proofs of type 'dns-persist-01' for 'a.example'; it offers 'dns-01'"
                                        .formatted(acme.directory())));
        assertThat(slip.read()).isEmpty();
    }

    @Test
    void provesNothingThatWasNotOrdered() throws IOException {
        acme.wantProofsFor("victim.example");
        assertThat(Acme.refused(authority, order()).problem())
                .endsWith("wants a proof for 'victim.example', which was not ordered");
        assertThat(proofs.presented()).isEmpty();
        assertHeals(2);
    }

    @Test
    void doesNotTakeACertificateForAnotherKey() throws IOException {
        acme.confuseKeys();
        assertThat(Acme.refused(authority, order()).kind()).isEqualTo(Failure.Kind.MISFIT);
        assertHeals(2);
    }

    @Test
    void namesTheProfilesThatThereAre() throws IOException {
        var settings = Acme.profile(Acme.settings(acme), "tlsserver");
        authority = AcmeAuthority.of(settings, proofs, state, clock);
        assertThat(Acme.refused(authority, order()).problem())
                .isEqualTo(
                        "ACME authority '%s' has no profile 'tlsserver'; it offers none"
                                .formatted(acme.directory()));
        acme.profiles(Map.of("classic", Duration.ofDays(90), "short", Duration.ofDays(6)));
        authority = AcmeAuthority.of(settings, proofs, state, clock);
        assertThat(Acme.refused(authority, order()))
                .isEqualTo(
                        new Failure(
                                Failure.Kind.REJECTED,
                                "ACME authority '%s' has no profile 'tlsserver'; it offers 'classic', 'short'"
                                        .formatted(acme.directory())));
        assertThat(acme.count(FakeAcmeStep.ORDER)).isZero();
    }
}
