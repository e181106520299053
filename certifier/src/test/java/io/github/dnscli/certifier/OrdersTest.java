package io.github.dnscli.certifier;

import static io.github.dnscli.certifier.Rig.EXAMPLE;
import static io.github.dnscli.certifier.Rig.WWW;
import static io.github.dnscli.certifier.Rig.only;
import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static io.github.dnscli.certifier.fixture.Certificates.at;
import static io.github.dnscli.certifier.fixture.Certificates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.ledger.Phase;
import io.github.dnscli.certifier.ledger.RequestStanding;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.testkit.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many orders at the same time, slow ones, and what would be done.
@Timeout(120)
class OrdersTest {

    private final CertificateRequest request = Certificates.request("www.example");

    @Test
    void worksOnNoMoreOrdersAtOnceThanTheAuthorityTakes() throws Exception {
        try (var rig = Rig.of(hosts(20))) {
            var now = new AtomicInteger();
            var most = new AtomicInteger();
            var full = new CountDownLatch(3);
            rig.authority
                    .ordersAtOnce(3)
                    .manner(
                            order -> {
                                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                full.countDown();
                                await(full);
                                now.decrementAndGet();
                                return rig.authority.regular(order);
                            });

            rig.settle(rig.certifier());

            assertThat(most).hasValue(3);
            assertThat(rig.orders()).isEqualTo(20);
        }
    }

    @Test
    void doesNotLetASlowOrderHoldUpAnother() throws Exception {
        var other = Certificates.request("mail.example");
        try (var rig =
                Rig.of(
                        zone(
                                "example",
                                at("www.example", request.data()),
                                at("mail.example", other.data())))) {
            var held = new CountDownLatch(1);
            rig.authority.manner(
                    order -> {
                        if (order.request().equals(request)) {
                            await(held);
                        }
                        return rig.authority.regular(order);
                    });
            var certifier = rig.certifier();
            certifier.pass();

            Patience.until(
                    "the certificate of the other host",
                    () -> rig.bundle("mail.example").leaves().size() == 1);
            assertThat(certifier.awaitQuiet(Duration.ZERO)).isFalse();
            certifier.pass();
            assertThat(phases(certifier))
                    .containsExactly("mail.example settled", "www.example ordering");
            held.countDown();
            rig.settle(certifier);
            rig.assertAnswered("www.example", request);
            assertThat(rig.orders()).isEqualTo(2);
        }
    }

    @Test
    void doesNotOrderWhatWasWithdrawnBeforeItsTurn() throws Exception {
        var other = Certificates.request("mail.example");
        try (var rig =
                Rig.of(
                        zone(
                                "example",
                                at("mail.example", other.data()),
                                at("www.example", request.data())))) {
            var begun = new CountDownLatch(1);
            var held = new CountDownLatch(1);
            rig.authority
                    .ordersAtOnce(1)
                    .manner(
                            order -> {
                                begun.countDown();
                                await(held);
                                return rig.authority.regular(order);
                            });
            var certifier = rig.certifier();
            certifier.pass();
            await(begun);
            var first = rig.authority.orders().getFirst().request();
            var last = first.equals(other) ? "www.example" : "mail.example";
            rig.tell(Rig.CERTIFIER, Update.of(EXAMPLE).deleteSet(Rig.owner(last), RecordType.TLSA));
            certifier.pass();
            held.countDown();
            rig.settle(certifier);

            assertThat(rig.authority.orders()).extracting(Order::request).containsExactly(first);
        }
    }

    @Test
    void ringsWhenWorkHasEnded() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var rung = new AtomicInteger();
            var certifier = rig.certifier();
            certifier.onChange(rung::incrementAndGet);
            rig.pass(certifier);
            assertThat(rung).hasPositiveValue();
        }
    }

    @Test
    void waitsForWhatIsUnderWayWhenItIsClosedAndStartsNothingMore() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            var begun = new CountDownLatch(1);
            var held = new CountDownLatch(1);
            rig.authority.manner(
                    order -> {
                        begun.countDown();
                        await(held);
                        return rig.authority.regular(order);
                    });
            var certifier = rig.certifier();
            certifier.pass();
            await(begun);
            var closing = Thread.ofVirtual().start(certifier::close);
            Patience.until(
                    "the certifier to wait",
                    () -> closing.getState() == Thread.State.TIMED_WAITING);
            held.countDown();
            closing.join();

            rig.assertAnswered("www.example", request);
            rig.upload(WWW, "www.example", Certificates.request("www.example"));
            certifier.pass();
            assertThat(certifier.awaitQuiet(Duration.ZERO)).isTrue();
            assertThat(rig.orders()).isEqualTo(1);
        }
    }

    @Test
    void survivesAnAuthorityThatIsAtFault() throws Exception {
        try (var rig = Rig.of(zone("example", at("www.example", request.data())))) {
            rig.authority.manner(
                    _ -> {
                        throw new IllegalStateException("lost");
                    });
            var certifier = rig.certifier();
            assertThat(only(CertifierEvent.NotIssued.class, rig.settle(certifier)))
                    .extracting(event -> event.failure().kind())
                    .containsExactly(Failure.Kind.LOCAL);
            rig.authority.manner(rig.authority::regular);
            rig.clock.step(Rig.FIRST);
            rig.settle(certifier);
            rig.assertAnswered("www.example", request);
        }
    }

    @Test
    void tidiesUntilThatIsDoneAndTellsWhatIsInTheWay() throws Exception {
        try (var rig = Rig.of(zone("example"))) {
            var runs = new AtomicInteger();
            rig.authority.tidying(
                    () -> {
                        if (runs.incrementAndGet() < 3) {
                            throw new IOException("a proof is still there");
                        }
                    });
            var certifier = rig.certifier();

            assertThat(rig.settle(certifier))
                    .containsExactly(
                            new CertifierEvent.TidyFailed(
                                    "a proof is still there", NOW.plus(Rig.FIRST)));
            assertThat(certifier.next()).contains(NOW.plus(Rig.FIRST));
            for (int i = 0; i < 10; i++) {
                rig.clock.step(Rig.FIRST);
                rig.settle(certifier);
            }
            assertThat(runs).hasValue(3);
        }
    }

    @Test
    void saysWhatItWouldDoAndDoesNothing() throws Exception {
        var greedy = Certificates.request("mail.example", "www.example");
        try (var rig =
                Rig.of(
                        zone(
                                "example",
                                at("www.example", request.data()),
                                at("mail.example", greedy.data())))) {
            var certifier = rig.certifier();
            int writes = rig.state.writes();
            assertThat(certifier.trial())
                    .hasExactlyElementsOfTypes(PlannedStep.Refuse.class, PlannedStep.Issue.class);
            assertThat(rig.orders()).isZero();
            assertThat(rig.state.writes()).isEqualTo(writes);
            assertThat(rig.events()).isEmpty();

            rig.authority.manner(
                    order ->
                            new Issuance.Later(
                                    new Failure(Failure.Kind.RATE_LIMITED, "too many"), NOW));
            rig.settle(certifier);
            assertThat(certifier.trial().getLast())
                    .isEqualTo(
                            new PlannedStep.Wait(
                                    request,
                                    List.of(Rig.owner("www.example")),
                                    "too many",
                                    NOW.plus(Rig.FIRST)));
            rig.authority.manner(rig.authority::regular);
            rig.clock.step(Rig.FIRST);
            rig.settle(certifier);
            assertThat(certifier.trial().getLast()).isInstanceOf(PlannedStep.Rest.class);
        }
    }

    @Test
    void checksNoChainAnewThatHasNotChanged() throws Exception {
        try (var rig = Rig.of(hosts(5))) {
            var certifier = rig.certifier();
            rig.settle(certifier);
            int looks = rig.authority.looks();
            assertThat(looks).isEqualTo(5);
            for (int i = 0; i < 3; i++) {
                rig.touch();
                rig.clock.step(Duration.ofHours(1));
                rig.settle(certifier);
            }
            rig.upload(WWW, "www.example", request);
            rig.settle(certifier);

            assertThat(rig.authority.looks()).isEqualTo(looks + 1);
        }
    }

    /// With `-Pslow`, a thousand hosts.
    @Test
    void certifiesManyHostsAndHasNothingToDoAfterwards() throws Exception {
        int count = Boolean.getBoolean("dnscli.slow") ? 1000 : 200;
        try (var rig = Rig.of(hosts(count))) {
            var certifier = rig.certifier();
            var events = new ArrayList<>(rig.pass(certifier));
            events.addAll(rig.settle(certifier));

            assertThat(only(CertifierEvent.Issued.class, events)).hasSize(count);
            assertThat(only(CertifierEvent.Published.class, events)).hasSize(count);
            assertThat(rig.orders()).isEqualTo(count);
            assertThat(certifier.standings())
                    .hasSize(count)
                    .allMatch(one -> one.phase() == Phase.SETTLED);
            int writes = rig.state.writes();
            assertThat(rig.settle(rig.certifier())).isEmpty();
            assertThat(rig.state.writes()).isEqualTo(writes);
            assertThat(rig.orders()).isEqualTo(count);
        }
    }

    private static Zone hosts(int count) {
        var key = Certificates.key();
        var records = new ArrayList<ResourceRecord>();
        IntStream.range(0, count)
                .mapToObj(i -> "h" + i + ".example")
                .forEach(host -> records.addAll(at(host, Certificates.request(key, host).data())));
        return zone("example", records);
    }

    private static List<String> phases(Certifier certifier) {
        return certifier.standings().stream().map(OrdersTest::phase).toList();
    }

    private static String phase(RequestStanding one) {
        return one.names().getFirst().display() + " " + one.phase().word();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
