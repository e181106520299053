package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.challenge.Proof;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.testkit.PebblePlan;
import io.github.dnscli.testkit.PebbleServer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Orders at a real authority, which is strict, turns half of all good nonces away, and asks our name server.
class PebbleTest {

    private static final InstantSource CLOCK = InstantSource.system();

    private static ServedProofs proofs;
    private static PebbleServer pebble;
    private static AcmeAuthority authority;

    @BeforeAll
    static void start() throws IOException {
        proofs = ServedProofs.start();
        pebble = PebbleServer.start(proofs.address(), PebblePlan.PLAIN.strict(50));
        authority = AcmeAuthority.of(Acme.settings(pebble), proofs, new MemoryStore(), CLOCK);
    }

    @AfterAll
    static void stop() throws IOException {
        if (pebble != null) {
            pebble.close();
        }
        if (proofs != null) {
            proofs.close();
        }
    }

    private static Issuance.Issued issued(CertificateRequest request) throws IOException {
        return Acme.issued(authority, Acme.order(request, new KeptSlip(), CLOCK.instant()));
    }

    private static void issues(CertificateRequest request) throws IOException {
        var issued = issued(request);
        assertTrusted(request, issued);
        assertThat(proofs.visible()).isEmpty();
    }

    private static void assertTrusted(CertificateRequest request, Issuance.Issued issued)
            throws IOException {
        var root = TrustAnchors.of(List.of(Certificate.of(pebble.root())), "pebble");
        assertThat(
                        ChainVerifier.verify(
                                issued.chain(), Expectation.of(request, Instant.now(), root)))
                .isInstanceOf(Verdict.Verified.class);
        assertThat(issued.authorities()).noneMatch(Certificate::isSelfSigned);
    }

    @Test
    void certifiesOneName() throws IOException {
        issues(Certificates.request("www.example"));
    }

    @Test
    void certifiesAWildcardAndItsApex() throws IOException {
        issues(Certificates.request("*.wild.example", "wild.example"));
        assertThat(proofs.presented().getLast())
                .extracting(Proof::name)
                .containsExactly(DomainName.of("wild.example"), DomainName.of("wild.example"));
    }

    @Test
    void certifiesTenNames() throws IOException {
        issues(
                Certificates.request(
                        IntStream.range(0, 10)
                                .mapToObj(n -> "n" + n + ".example")
                                .toArray(String[]::new)));
    }

    @Test
    void certifiesSeveralAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var orders =
                    IntStream.range(0, 8)
                            .mapToObj(n -> Certificates.request("at-once" + n + ".example"))
                            .map(request -> threads.submit(() -> issued(request)))
                            .toList();
            for (var order : orders) {
                assertThat(order.get().authorities()).hasSize(1);
            }
        }
        assertThat(proofs.visible()).isEmpty();
    }

    @Test
    void tellsWhatTheAuthorityFoundWhereAProofShouldBe() throws IOException {
        try (var none = ServedProofs.start();
                var unlucky = PebbleServer.start(none.address())) {
            none.lose();
            var slip = new KeptSlip();
            var order =
                    Acme.order(
                            Certificates.request("a.example", "b.example"), slip, CLOCK.instant());
            var mistaken = AcmeAuthority.of(Acme.settings(unlucky), none, new MemoryStore(), CLOCK);
            var failure = Acme.later(mistaken, order).failure();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.VALIDATION);
            assertThat(failure.problem())
                    .startsWith("ACME authority '" + unlucky.directory() + "' refuses: '")
                    .contains(".example': unauthorized: ");
            assertThat(slip.read()).isEmpty();
        }
    }

    @Test
    @Tag("slow")
    void certifiesLongKeys() throws IOException {
        certifiesKeysOfAType("rsa", 4096);
    }

    @ParameterizedTest
    @CsvSource({"rsa, 2048", "p256, 0", "p384, 0"})
    void certifiesKeysOfAType(String type, int bits) throws IOException {
        var key = CertificateKey.generate(KeyType.of(type).orElseThrow(), bits, new SecureRandom());
        issues(Certificates.request(key, "key.example"));
    }
}
