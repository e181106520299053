package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.fixture.FakeAcme;
import io.github.dnscli.certifier.fixture.FakeAcmeStep;
import io.github.dnscli.certifier.fixture.FakeAcmeTrouble;
import io.github.dnscli.common.record.RecordType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What fails on the way to a certificate, for a day, and then does not any more. What is seen is what `docs/issuing.md`
/// says: how it is told, how often it is tried, how many orders the authority gets, and that no proof is left.
class FailuresTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(8);

    private final FastClock clock = new FastClock();
    private final FakeAcme acme = start();

    private FakeAcme start() {
        try {
            return FakeAcme.start(clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        acme.close();
    }

    private Clockwork works() throws IOException {
        var works = Clockwork.with(clock, acme, same -> same);
        acme.validateAt(works.address());
        return works;
    }

    /// A day of failures, and then a week without.
    private void failsForADay(String what, Clockwork works, Action begin, Action end)
            throws Exception {
        begin.run();
        works.request(Clockwork.HOST);
        works.live(DAY);
        var failed = works.events(CertifierEvent.NotIssued.class);
        int orders = acme.orders().size();
        assertThat(works.leaves(Clockwork.HOST)).isEmpty();
        assertThat(works.proofs()).isEmpty();
        end.run();
        works.live(WEEK);
        assertThat(works.leaves(Clockwork.HOST)).as(works.story()).hasSize(1);
        assertThat(works.proofs()).isEmpty();
        FailureTable.says(what, kind(failed), failed.size(), orders, acme.orders().size() - orders);
    }

    /// Something that a test does, and which may fail.
    @FunctionalInterface
    private interface Action {

        void run() throws Exception;
    }

    private static String kind(List<CertifierEvent.NotIssued> failed) {
        var kinds =
                failed.stream()
                        .map(CertifierEvent.NotIssued::failure)
                        .map(Failure::kind)
                        .map(Failure.Kind::word)
                        .distinct();
        return String.join(", ", kinds.toList());
    }

    @Test
    void theAuthorityIsDown() throws Exception {
        try (var works = works()) {
            failsForADay("the authority is down", works, acme::down, acme::up);
        }
    }

    @Test
    void theAuthorityHasBeenAskedTooOften() throws Exception {
        try (var works = works()) {
            failsForADay(
                    "the authority has been asked too often (429, Retry-After: 10 hours)",
                    works,
                    () ->
                            acme.always(
                                    FakeAcmeStep.ORDER,
                                    FakeAcmeTrouble.rateLimited(Duration.ofHours(10))),
                    acme::heal);
        }
    }

    @Test
    void theOrderComesToNothing() throws Exception {
        try (var works = works()) {
            failsForADay(
                    "the order becomes invalid after good proofs",
                    works,
                    () ->
                            acme.ordersFail(
                                    FakeAcmeTrouble.problem(500, "serverInternal", "cannot sign")),
                    acme::heal);
        }
    }

    @Test
    void aCaaRecordForbidsIt() throws Exception {
        try (var works = works()) {
            failsForADay(
                    "a CAA record forbids it",
                    works,
                    () ->
                            acme.validation(
                                    (_, _) ->
                                            Optional.of(
                                                    FakeAcmeTrouble.problem(
                                                            403,
                                                            "caa",
                                                            "CAA record for example.com prevents issuance"))),
                    () -> acme.validateAt(works.address()));
        }
    }

    @Test
    void theProofIsNotBelieved() throws Exception {
        try (var works = works()) {
            failsForADay(
                    "the authority does not find the proof",
                    works,
                    () ->
                            acme.validation(
                                    (_, _) ->
                                            Optional.of(
                                                    FakeAcmeTrouble.problem(
                                                            403,
                                                            "unauthorized",
                                                            "Incorrect TXT record"))),
                    () -> acme.validateAt(works.address()));
        }
    }

    /// A second name server of the zone has it as it was once.
    @Test
    void theProofDoesNotReachAllNameServers() throws Exception {
        try (var works = Clockwork.impatient(clock, acme);
                var stale = works.staleServer()) {
            acme.validateAt(works.address());
            assertThat(stale.port()).isEqualTo(works.address().port());
            failsForADay(
                    "the proof does not reach all name servers",
                    works,
                    () -> works.delegateTo("ns1", "ns2"),
                    () -> works.delegateTo("ns1"));
        }
    }

    @Test
    void theServerRefusesTheProof() throws Exception {
        try (var works = Clockwork.confined(clock, acme, RecordType.TLSA)) {
            acme.validateAt(works.address());
            failsForADay(
                    "the server refuses the proof",
                    works,
                    () -> {},
                    () -> works.allow(RecordType.TXT));
        }
    }

    /// The certificate is kept, and written as soon as that is possible.
    @Test
    void theServerRefusesTheCertificate() throws Exception {
        try (var works = Clockwork.confined(clock, acme, RecordType.TXT)) {
            acme.validateAt(works.address());
            works.request(Clockwork.HOST);
            works.live(DAY);
            int refused = works.events(CertifierEvent.NotPublished.class).size();
            int orders = acme.orders().size();
            assertThat(works.proofs()).as(works.story()).isEmpty();
            works.allow(RecordType.TLSA);
            works.live(WEEK);
            assertThat(works.leaves(Clockwork.HOST)).as(works.story()).hasSize(1);
            says("the server refuses the certificate", "not written", refused, orders);
        }
    }

    private void says(String what, String word, int tries, int orders) throws IOException {
        FailureTable.says(what, word, tries, orders, acme.orders().size() - orders);
    }

    /// It goes down when the proof is looked at, and is back an hour later.
    @Test
    void theServerIsGoneInTheMiddleOfAnOrder() throws Exception {
        try (var works = works()) {
            var isFirst = new AtomicBoolean(true);
            acme.validation(
                    (_, _) -> {
                        if (isFirst.getAndSet(false)) {
                            works.stopServer();
                        }
                        return Optional.empty();
                    });
            works.request(Clockwork.HOST);
            works.live(Duration.ofHours(1));
            int refused = works.events(CertifierEvent.NotPublished.class).size();
            int orders = acme.orders().size();
            assertThat(works.proofs()).hasSize(1);
            works.startServer();
            works.live(DAY);
            assertThat(works.leaves(Clockwork.HOST)).as(works.story()).hasSize(1);
            assertThat(works.proofs()).as(works.story()).isEmpty();
            says(
                    "the server goes down in the middle of an order, for an hour",
                    "not written",
                    refused,
                    orders);
        }
    }

    /// It is back before anybody needs it again.
    @Test
    void theServerRestartsInTheMiddleOfAnOrder() throws Exception {
        try (var works = works()) {
            acme.validation(
                    (_, _) -> {
                        works.restartServer();
                        return Optional.empty();
                    });
            works.request(Clockwork.HOST);
            works.live(DAY);
            assertThat(works.leaves(Clockwork.HOST)).as(works.story()).hasSize(1);
            assertThat(works.proofs()).as(works.story()).isEmpty();
            assertThat(works.events(CertifierEvent.NotIssued.class)).isEmpty();
            says(
                    "the server restarts in the middle of an order",
                    "nothing",
                    0,
                    acme.orders().size());
        }
    }
}
