package io.github.dnscli.certifier.own;

import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.Lifetime;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.OrderSlip;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.OpenSsl;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.state.MemoryStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateAuthorityTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String ROOT = "root.pem";
    private static final String INTERMEDIATE = "intermediate.pem";

    private final SteppedClock clock = new SteppedClock(NOW);
    private final MemoryStore state = new MemoryStore();
    private final PrivateAuthority authority =
            Certificates.authority(state, Duration.ofDays(90), clock);

    @ParameterizedTest
    @EnumSource
    void issuesForEveryKindOfKey(KeyType type) {
        var key = CertificateKey.generate(type, KeyType.MIN_RSA_BITS, new SecureRandom());
        var request = Certificates.request(key, "www.example", "*.www.example");

        var issued = Certificates.issue(authority, request);

        assertThat(verdict(issued, request)).isInstanceOf(Verdict.Verified.class);
        assertThat(issued.leaf().names()).containsExactlyElementsOf(request.names());
        assertThat(issued.leaf().publicKey()).isEqualTo(key.publicKey());
        assertThat(issued.leaf().x509().getKeyUsage()[0]).isTrue();
        assertThat(issued.leaf().x509().getKeyUsage()[2]).isEqualTo(type == KeyType.RSA);
    }

    @Test
    void issuesAsTheRulesForCertificatesWant() throws Exception {
        var leaf = Certificates.issue(authority, Certificates.request("www.example")).leaf();

        assertThat(leaf.subject()).isEqualTo("CN=www.example");
        assertThat(leaf.lifetime())
                .isEqualTo(new Lifetime(NOW.minusSeconds(3600), NOW.plus(DAY.multipliedBy(90))));
        assertThat(leaf.x509().getVersion()).isEqualTo(3);
        assertThat(leaf.x509().getBasicConstraints()).isEqualTo(-1);
        assertThat(leaf.x509().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(leaf.x509().getCriticalExtensionOIDs())
                .containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
        assertThat(leaf.x509().getSigAlgName()).isEqualTo("SHA256withECDSA");
    }

    @Test
    void doesWithoutASubjectWhereTheNameIsTooLongForIt() {
        var host = "a".repeat(60) + ".example";
        var request = Certificates.request(host);

        var issued = Certificates.issue(authority, request);

        assertThat(issued.leaf().x509().getSubjectX500Principal().getName()).isEmpty();
        assertThat(issued.leaf().x509().getCriticalExtensionOIDs()).contains("2.5.29.17");
        assertThat(verdict(issued, request)).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void numbersItsCertificatesAtRandom() {
        var serials = new HashSet<Object>();
        var request = Certificates.request("www.example");
        int longest = 0;
        for (int i = 0; i < 20; i++) {
            var serial = Certificates.issue(authority, request).leaf().x509().getSerialNumber();
            assertThat(serial.signum()).isPositive();
            longest = Math.max(longest, serial.bitLength());
            serials.add(serial);
        }

        assertThat(serials).hasSize(20);
        assertThat(longest).isBetween(110, 128);
    }

    @Test
    void keepsItsRootAndIntermediate() {
        var before = Certificates.issue(authority, Certificates.request("www.example"));

        var again = Certificates.authority(state, Duration.ofDays(90), clock);
        var after = Certificates.issue(again, Certificates.request("www.example"));

        assertThat(again.root()).isEqualTo(authority.root());
        assertThat(after.authorities()).isEqualTo(before.authorities());
    }

    @Test
    void makesALostIntermediateAgain() {
        var request = Certificates.request("www.example");
        var before = Certificates.issue(authority, request);
        state.remove(INTERMEDIATE);

        var again = Certificates.authority(state, Duration.ofDays(90), clock);
        var after = Certificates.issue(again, request);

        assertThat(after.authorities()).isNotEqualTo(before.authorities());
        assertThat(verdict(before, request)).isInstanceOf(Verdict.Verified.class);
        assertThat(verdict(after, request)).isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void replacesADamagedIntermediateAndOneOfAnotherRoot() {
        var request = Certificates.request("www.example");
        var stranger = new MemoryStore();
        Certificates.issue(Certificates.authority(stranger, DAY, clock), request);
        for (var pem : List.of("nonsense", stranger.read(INTERMEDIATE).orElseThrow())) {
            state.write(INTERMEDIATE, pem);
            var fresh = Certificates.authority(state, Duration.ofDays(90), clock);

            assertThat(verdict(Certificates.issue(fresh, request), request))
                    .isInstanceOf(Verdict.Verified.class);
        }
    }

    @Test
    void replacesTheIntermediateBeforeItWouldCutACertificateShort() {
        var request = Certificates.request("www.example");
        var first = Certificates.issue(authority, request);
        clock.step(DAY.multipliedBy(275));
        var same = Certificates.issue(authority, request);
        clock.step(DAY);
        var next = Certificates.issue(authority, request);

        assertThat(same.authorities()).isEqualTo(first.authorities());
        assertThat(next.authorities()).isNotEqualTo(first.authorities());
        assertThat(next.leaf().lifetime().remaining(clock.instant()))
                .isEqualTo(Duration.ofDays(90));
    }

    @Test
    void neverOutlivesItsRoot() throws Exception {
        var end = authority.root().lifetime().notAfter();
        clock.step(Duration.between(NOW, end).minus(DAY));
        var request = Certificates.request("www.example");
        var last = Certificates.issue(authority, request);
        clock.step(DAY);

        assertThat(last.leaf().lifetime().notAfter()).isEqualTo(end);
        assertThat(authority.issue(Certificates.order(request)))
                .isInstanceOfSatisfying(
                        Issuance.Refused.class,
                        refused ->
                                assertThat(refused.failure().problem())
                                        .startsWith(
                                                "the root of the private authority expires on "
                                                        + end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "KEY", "CERTIFICATE", "LEAF", "MIXED"})
    void neverReplacesADamagedRoot(String kind) throws Exception {
        var other = Certificates.authority(new MemoryStore(), DAY, clock);
        var leafKey = Certificates.key();
        var leaf = Certificates.issue(other, Certificates.request(leafKey, "www.example")).leaf();
        var pem =
                switch (kind) {
                    case "KEY" -> leafKey.pem();
                    case "CERTIFICATE" -> other.root().pem();
                    case "LEAF" -> leaf.pem() + leafKey.pem();
                    case "MIXED" -> other.root().pem() + leafKey.pem();
                    default -> kind;
                };
        state.write(ROOT, pem);

        var opened =
                PrivateAuthority.open(
                        state, PrivateSettings.DEFAULT, Set::of, clock, new SecureRandom());

        assertThat(opened)
                .isInstanceOfSatisfying(
                        OpenedAuthority.Damaged.class,
                        damaged ->
                                assertThat(damaged.problem())
                                        .startsWith(
                                                "the root of the authority is damaged: 'root.pem': ")
                                        .endsWith("; put it back from your copy"));
        assertThat(state.read(ROOT)).contains(pem);
    }

    @Test
    void makesNoNewRootInPlaceOfALostOne() throws Exception {
        Certificates.issue(
                Certificates.authority(state, DAY, clock), Certificates.request("www.example"));
        state.remove(ROOT);

        var opened =
                PrivateAuthority.open(
                        state, PrivateSettings.DEFAULT, Set::of, clock, new SecureRandom());

        assertThat(opened)
                .isInstanceOfSatisfying(
                        OpenedAuthority.Damaged.class,
                        damaged ->
                                assertThat(damaged.problem())
                                        .startsWith("the root of the authority is lost: "));
        assertThat(state.read(ROOT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 299, 826 * 86_400L})
    void takesNoLifetimeBeyondReason(long seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PrivateSettings.DEFAULT.withLifetime(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 299, 366 * 86_400L})
    void takesNoRevocationListBeyondReason(long seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                PrivateSettings.DEFAULT.withListLifetime(
                                        Duration.ofSeconds(seconds)));
    }

    @Test
    void countsEachCertificateOnce() throws Exception {
        var placed = new ArrayList<String>();
        var slip = new CountingSlip(placed);
        var request = Certificates.request("www.example");

        authority.issue(new Order(request, Optional.empty(), slip, NOW.plusSeconds(60)));

        assertThat(placed).containsExactly("");
    }

    private record CountingSlip(List<String> placed) implements OrderSlip {

        @Override
        public Optional<String> read() {
            return Optional.empty();
        }

        @Override
        public void placed(String reference) {
            placed.add(reference);
        }

        @Override
        public void discard() {}
    }

    @Test
    void issuesForSeveralThreadsAtOnce() throws Exception {
        var threads = 8;
        var ready = new CountDownLatch(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var issued = new ArrayList<Future<Issuance.Issued>>();
            for (int i = 0; i < threads; i++) {
                issued.add(
                        pool.submit(
                                () -> {
                                    ready.countDown();
                                    ready.await();
                                    return Certificates.issue(
                                            authority, Certificates.request("www.example"));
                                }));
            }
            var intermediates = new HashSet<Certificate>();
            for (var one : issued) {
                intermediates.addAll(one.get().authorities());
            }
            assertThat(intermediates).hasSize(1);
        }
        assertThat(state.names("intermediates")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "PT1H", "P9D", "P90D", "P825D"})
    void issuesNothingThatIsDueAtOnce(Duration lifetime) {
        var own = Certificates.authority(new MemoryStore(), lifetime, clock);

        var leaf = Certificates.issue(own, Certificates.request("www.example")).leaf();

        assertThat(leaf.lifetime().remaining(NOW)).isEqualTo(lifetime);
        assertThat(Duration.between(NOW, leaf.lifetime().renewalDue()))
                .isGreaterThan(lifetime.dividedBy(3));
    }

    @Test
    void isBorneOutByOpenssl(@TempDir Path folder) throws Exception {
        // Its clock is the real one.
        var own = Certificates.authority(new MemoryStore(), DAY, Instant::now);
        var issued = Certificates.issue(own, Certificates.request("www.example", "*.www.example"));
        var openssl = new OpenSsl(folder);

        var said =
                openssl.verify(
                        own.root(),
                        issued.authorities().getFirst(),
                        issued.leaf(),
                        "-verify_hostname",
                        "a.www.example");

        assertThat(said.text()).isEqualTo("leaf.pem: OK\n");
    }

    private Verdict verdict(Issuance.Issued issued, CertificateRequest request) {
        return ChainVerifier.verify(
                issued.chain(), Expectation.of(request, clock.instant(), authority.anchors()));
    }

    @Test
    void showsNoSecret() {
        var pem = state.read(ROOT).orElseThrow();
        var secret = pem.substring(pem.indexOf("PRIVATE KEY-----\n") + 17).substring(0, 40);

        assertThat(authority.toString()).contains("dns-cli root").doesNotContain(secret);
    }
}
