package io.github.dnscli.certifier;

import static io.github.dnscli.certifier.fixture.Certificates.at;
import static io.github.dnscli.certifier.fixture.Certificates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.OrderSlip;
import io.github.dnscli.certifier.authority.Revocation;
import io.github.dnscli.certifier.authority.RevocationReason;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Update;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An order that ends while a plan is made, in which it is still missing.
@Timeout(120)
class StalePlanTest {

    private final CertificateRequest slow = Certificates.request("aaa.example");
    private final CertificateRequest other = Certificates.request("zzz.example");
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger orders = new AtomicInteger();

    /// Issues when the chain of the other request is looked at, and lets that take until the order is over.
    private final class Slow implements CertificateAuthority {

        private final CertificateAuthority real;

        Slow(CertificateAuthority real) {
            this.real = real;
        }

        @Override
        public String id() {
            return real.id();
        }

        @Override
        public Optional<TrustAnchors> anchors(Chain chain) {
            if (chain.leaf().publicKey().equals(other.publicKey())) {
                answer.countDown();
                await(ended);
            }
            return real.anchors(chain);
        }

        @Override
        public int ordersAtOnce() {
            return 1;
        }

        @Override
        public Issuance issue(Order order) throws IOException {
            orders.incrementAndGet();
            asked.countDown();
            await(answer);
            return real.issue(order);
        }

        @Override
        public Revocation revoke(Certificate leaf, RevocationReason reason) throws IOException {
            return real.revoke(leaf, reason);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// The other request, and a certificate for it that nobody has looked at yet.
    private Update answered(Rig rig) throws IOException {
        var deadline = rig.clock.instant().plus(Duration.ofMinutes(1));
        var order = new Order(other, Optional.empty(), OrderSlip.NONE, deadline);
        if (!(rig.real.issue(order) instanceof Issuance.Issued issued)) {
            throw new AssertionError();
        }
        var data = new ArrayList<>(List.of(other.data(), TlsaRole.LEAF.data(issued.leaf().der())));
        issued.authorities().forEach(one -> data.add(TlsaRole.AUTHORITY.data(one.der())));
        var update = Update.of(Rig.EXAMPLE);
        for (var one : data) {
            update = update.add(new ResourceRecord(Rig.owner("zzz.example"), new Ttl(3600), one));
        }
        return update;
    }

    @Test
    void placesNoOrderTwiceThatEndsWhileAPlanIsMade() throws Exception {
        try (var rig = Rig.of(zone("example", at("aaa.example", slow.data())))) {
            var certifier =
                    rig.certifier(rig::zones, Rig.CERTIFIER, new Slow(rig.real), Rig.SETTINGS);
            certifier.pass();
            await(asked);
            certifier.onChange(
                    () -> {
                        if (answer.getCount() == 0) {
                            ended.countDown();
                        }
                    });
            rig.tell(Rig.CERTIFIER, answered(rig));

            rig.settle(certifier);

            assertThat(orders).hasValue(1);
            rig.assertAnswered("aaa.example", slow);
        }
    }
}
