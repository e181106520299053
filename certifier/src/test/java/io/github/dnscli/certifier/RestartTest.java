package io.github.dnscli.certifier;

import static io.github.dnscli.certifier.Rig.EXAMPLE;
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
import io.github.dnscli.certifier.ledger.Phase;
import io.github.dnscli.certifier.ledger.RequestStanding;
import io.github.dnscli.certifier.ledger.Standings;
import io.github.dnscli.certifier.policy.Asked;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.server.ZoneStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What outlives the process.
class RestartTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final CertificateRequest request = Certificates.request("www.example");

    @Test
    void ordersAndWritesNothingForWhatIsSettled() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.settle(rig.certifier());
            int writes = rig.state.writes();

            var next = rig.certifier();
            assertThat(rig.settle(next)).isEmpty();

            assertThat(rig.orders()).isEqualTo(1);
            assertThat(rig.state.writes()).isEqualTo(writes);
            assertThat(next.standings().getFirst().phase()).isEqualTo(Phase.SETTLED);
        }
    }

    @Test
    void publishesWhatWasIssuedBeforeItCrashed() throws Exception {
        var refusing = new AtomicBoolean(true);
        ZoneStore store =
                _ -> {
                    if (refusing.get()) {
                        throw new IOException("the disk is full");
                    }
                };
        try (var rig = Rig.of(store, zone("example", at("www.example", request.data())))) {
            assertThat(trouble(rig.pass(rig.certifier()))).containsExactly("SERVFAIL");
            assertThat(standing(rig).phase()).isEqualTo(Phase.PUBLISHING);
            refusing.set(false);

            rig.settle(rig.certifier());

            assertThat(rig.orders()).isEqualTo(1);
            rig.assertAnswered("www.example", request);
            assertThat(standing(rig).phase()).isEqualTo(Phase.SETTLED);
        }
    }

    @Test
    void givesBackTheSlipOfAnOrderThatWasPlacedBeforeItCrashed() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.manner(
                    order -> {
                        order.slip().placed("https://ca.example/order/1");
                        return later("the line is dead");
                    });
            var crashing = rig.certifier();
            rig.pass(crashing);
            assertThat(slip(rig)).contains("https://ca.example/order/1");
            rig.clock.step(Duration.ofMinutes(1));
            rig.authority.id("https://other.example/");
            rig.authority.manner(order -> later("seen " + order.slip().read()));
            assertThat(problem(rig.pass(rig.certifier()))).isEqualTo("seen Optional.empty");

            rig.authority.id("scripted");
            rig.authority.manner(order -> later("seen " + order.slip().read()));
            assertThat(problem(rig.pass(rig.certifier())))
                    .isEqualTo("seen Optional[https://ca.example/order/1]");
        }
    }

    @Test
    void forgetsTheSlipOnceThereIsACertificate() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.manner(
                    order -> {
                        order.slip().placed("https://ca.example/order/1");
                        return rig.authority.unplaced(order);
                    });
            rig.settle(rig.certifier());
            assertThat(slip(rig)).isEmpty();
        }
    }

    @Test
    void ordersNoMoreThanFiveTimesAWeekAcrossRestarts() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.manner(
                    order -> {
                        order.slip().placed("");
                        return later("came to nothing");
                    });
            for (int i = 0; i < 5; i++) {
                var certifier = rig.certifier();
                rig.settle(certifier);
                certifier.close();
                rig.clock.step(Duration.ofHours(2));
            }
            assertThat(rig.orders()).isEqualTo(5);
            rig.events();

            var certifier = rig.certifier();
            var opens = NOW.plus(DAY.multipliedBy(7));
            assertThat(rig.settle(certifier))
                    .containsExactly(new CertifierEvent.LimitReached(request, 5, opens));
            assertThat(certifier.next()).contains(opens);
            assertThat(rig.settle(rig.certifier())).isEmpty();
            assertThat(standing(rig).phase()).isEqualTo(Phase.LIMITED);
            assertThat(standing(rig).nextTry()).contains(opens);
            assertThat(standing(rig).orders()).isEqualTo(5);
            rig.clock.set(opens.minusSeconds(1));
            rig.settle(certifier);
            assertThat(rig.orders()).isEqualTo(5);
            rig.clock.set(opens);
            rig.settle(certifier);
            assertThat(rig.orders()).isEqualTo(6);
        }
    }

    @Test
    void carriesAnOrderOnThoughTheWeekIsFull() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.manner(
                    order -> {
                        order.slip().placed("https://ca.example/order/1");
                        return later("came to nothing");
                    });
            var certifier = rig.certifier();
            for (int i = 0; i < 5; i++) {
                rig.settle(certifier);
                rig.clock.step(Duration.ofHours(2));
            }
            rig.authority.manner(rig.authority::unplaced);
            rig.settle(certifier);

            rig.assertAnswered("www.example", request);
        }
    }

    @Test
    void waitsAfterFailuresAcrossRestartsLongerEachTime() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.manner(_ -> later("the line is dead"));
            var waits = new ArrayList<Duration>();
            for (int i = 0; i < 4; i++) {
                var told = only(CertifierEvent.NotIssued.class, rig.settle(rig.certifier()));
                var retry = told.getFirst().retry();
                waits.add(Duration.between(rig.clock.instant(), retry));
                rig.clock.set(retry.minusSeconds(1));
                assertThat(rig.settle(rig.certifier())).isEmpty();
                rig.clock.set(retry);
            }

            assertThat(waits).extracting(Duration::toSeconds).containsExactly(10L, 20L, 40L, 80L);
            assertThat(standing(rig).attempts()).isEqualTo(4);
            assertThat(standing(rig).failure())
                    .contains(new Failure(Failure.Kind.UNREACHABLE, "the line is dead"));
        }
    }

    @Test
    void waitsForNoTimeThatAClockWentAheadTo() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.manner(
                    order -> {
                        order.slip().placed("");
                        return later("the line is dead");
                    });
            rig.clock.step(DAY.multipliedBy(1000));
            var certifier = rig.certifier();
            for (int i = 0; i < 5; i++) {
                rig.settle(certifier);
                rig.clock.step(Duration.ofHours(1));
            }
            assertThat(rig.orders()).isEqualTo(5);
            rig.settle(certifier);
            assertThat(rig.orders()).isEqualTo(5);

            rig.clock.set(NOW);
            rig.authority.manner(rig.authority::regular);
            rig.settle(certifier);

            assertThat(rig.orders()).isEqualTo(6);
            rig.assertAnswered("www.example", request);
        }
    }

    @Test
    void obeysAnAuthorityThatWantsTimeAcrossRestarts() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var until = NOW.plus(DAY);
            var busy = new Failure(Failure.Kind.RATE_LIMITED, "too many requests");
            rig.authority.manner(_ -> new Issuance.Later(busy, until));
            rig.settle(rig.certifier());
            rig.clock.set(until.minusSeconds(1));

            var certifier = rig.certifier();
            rig.settle(certifier);
            assertThat(certifier.next()).contains(until);
            assertThat(rig.orders()).isEqualTo(1);
            rig.clock.set(until);
            rig.settle(certifier);
            assertThat(rig.orders()).isEqualTo(2);
        }
    }

    @Test
    void doesNotBeginAnewForANewRequestForTheSameNames() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.manner(_ -> later("the line is dead"));
            var certifier = rig.certifier();
            rig.settle(certifier);
            rig.upload(WWW, "www.example", Certificates.request("www.example"));

            assertThat(only(CertifierEvent.NotIssued.class, rig.settle(certifier))).isEmpty();
            rig.clock.step(Duration.ofSeconds(10));
            assertThat(only(CertifierEvent.NotIssued.class, rig.settle(certifier)))
                    .extracting(CertifierEvent.NotIssued::retry)
                    .containsExactly(NOW.plusSeconds(10 + 20));
        }
    }

    @Test
    void triesANewKeyAtOnceWhereTheOldOneWasRejected() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.manner(
                    _ ->
                            new Issuance.Refused(
                                    new Failure(Failure.Kind.REJECTED, "that key is known")));
            var certifier = rig.certifier();
            assertThat(only(CertifierEvent.NotIssued.class, rig.settle(certifier)))
                    .extracting(CertifierEvent.NotIssued::retry)
                    .containsExactly(NOW.plus(Rig.SETTINGS.longestRetry()));
            var other = Certificates.request("www.example");
            rig.authority.manner(rig.authority::regular);
            rig.upload(WWW, "www.example", other);
            rig.settle(certifier);

            rig.assertAnswered("www.example", other);
        }
    }

    @Test
    void remembersAWithdrawnRequestForAWhile() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var certifier = rig.certifier();
            rig.settle(certifier);
            var owner = Rig.owner("www.example");
            rig.tell(WWW, Update.of(EXAMPLE).deleteSet(owner, RecordType.TLSA));
            rig.settle(certifier);
            assertThat(standing(rig).phase()).isEqualTo(Phase.WITHDRAWN);

            rig.upload(WWW, "www.example", request);
            rig.settle(certifier);
            rig.assertAnswered("www.example", request);
            assertThat(rig.orders()).isEqualTo(1);

            rig.tell(WWW, Update.of(EXAMPLE).deleteSet(owner, RecordType.TLSA));
            rig.settle(certifier);
            rig.clock.step(DAY.multipliedBy(30).minusSeconds(1));
            rig.settle(certifier);
            assertThat(standing(rig).phase()).isEqualTo(Phase.WITHDRAWN);
            rig.clock.step(Duration.ofSeconds(1));
            rig.settle(certifier);
            assertThat(Standings.read(rig.state, rig.clock.instant()).requests()).isEmpty();
        }
    }

    @Test
    void concludesNothingFromAZoneThatIsNotThere() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.settle(rig.certifier());
            var there = new AtomicBoolean();
            var certifier =
                    rig.certifier(
                            () -> there.get() ? rig.zones() : List.of(),
                            Rig.CERTIFIER,
                            rig.authority,
                            Rig.SETTINGS);

            assertThat(rig.settle(certifier)).isEmpty();
            rig.clock.step(Duration.ofHours(23));
            assertThat(rig.settle(certifier)).isEmpty();
            there.set(true);
            assertThat(rig.settle(certifier)).isEmpty();
            there.set(false);
            rig.settle(certifier);
            rig.clock.step(DAY);
            assertThat(rig.settle(certifier))
                    .hasExactlyElementsOfTypes(CertifierEvent.Withdrawn.class);
        }
    }

    @Test
    void tellsWhatItCannotReadAndGoesOn() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var id = Asked.id(request);
            rig.state.write("requests/" + id, "version 1\norder yesterday\n");
            var certifier = rig.certifier();

            assertThat(only(CertifierEvent.StateTrouble.class, rig.settle(certifier)))
                    .extracting(CertifierEvent.StateTrouble::problem)
                    .containsExactly(
                            "what is remembered in 'requests/%s' cannot be read: line 2 makes no sense; it is set aside as 'damaged/%s'"
                                    .formatted(id, id));
            rig.assertAnswered("www.example", request);
            assertThat(rig.state.read("damaged/" + id)).contains("version 1\norder yesterday\n");
        }
    }

    @Test
    void leavesAnOrderAloneThatItCannotRemember() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var certifier = rig.certifier();
            rig.state.full(true);
            var events = rig.pass(certifier);
            assertThat(problem(events)).contains("the disk is full");
            assertThat(only(CertifierEvent.Issued.class, events)).isEmpty();

            rig.state.full(false);
            rig.clock.step(Duration.ofMinutes(1));
            rig.settle(certifier);
            rig.assertAnswered("www.example", request);
            assertThat(standing(rig).orders()).isEqualTo(2);
        }
    }

    @Test
    void goesOnWhenACertificateCannotBeKeptAndKeepsItLater() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.manner(
                    order -> {
                        order.slip().placed("");
                        rig.state.full(true);
                        return rig.authority.unplaced(order);
                    });
            var certifier = rig.certifier();
            assertThat(rig.pass(certifier))
                    .hasExactlyElementsOfTypes(
                            CertifierEvent.StateTrouble.class,
                            CertifierEvent.Issued.class,
                            CertifierEvent.Published.class);
            assertThat(rig.settle(certifier)).isEmpty();
            rig.state.full(false);
            rig.clock.step(Rig.FIRST);
            rig.settle(certifier);

            assertThat(rig.orders()).isEqualTo(1);
            assertThat(standing(rig).phase()).isEqualTo(Phase.SETTLED);
        }
    }

    @Test
    void showsARefusalToWhoeverReadsTheState() throws Exception {
        var broken = TlsaRole.REQUEST.data(new byte[] {1, 2, 3});
        try (var rig = Rig.of(zone("example", at("www.example", broken)))) {
            var certifier = rig.certifier();
            rig.settle(certifier);

            assertThat(standing(rig).phase()).isEqualTo(Phase.REFUSED);
            assertThat(standing(rig).refusal()).contains("it is not DER");
            assertThat(certifier.standings()).containsExactly(standing(rig));
            int writes = rig.state.writes();
            rig.settle(rig.certifier());
            assertThat(rig.state.writes()).isEqualTo(writes);

            rig.tell(WWW, Update.of(EXAMPLE).deleteSet(Rig.owner("www.example"), RecordType.TLSA));
            assertThat(only(CertifierEvent.Withdrawn.class, rig.settle(certifier))).isEmpty();
            assertThat(Standings.read(rig.state, NOW).requests()).isEmpty();
        }
    }

    private static RequestStanding standing(Rig rig) throws IOException {
        return Standings.read(rig.state, rig.clock.instant()).requests().getFirst();
    }

    private Optional<String> slip(Rig rig) throws IOException {
        return rig.state
                .read("requests/" + Asked.id(request))
                .flatMap(text -> text.lines().filter(l -> l.startsWith("pending ")).findFirst())
                .map(line -> line.substring("pending scripted ".length()));
    }

    private static String problem(List<CertifierEvent> events) {
        return only(CertifierEvent.NotIssued.class, events).getFirst().failure().problem();
    }

    private static Issuance later(String problem) {
        return new Issuance.Later(new Failure(Failure.Kind.UNREACHABLE, problem), NOW);
    }
}
