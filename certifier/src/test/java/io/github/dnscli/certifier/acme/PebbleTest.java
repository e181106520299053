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
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.testkit.PebblePlan;
import io.github.dnscli.testkit.PebbleServer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    private static void issues(CertificateRequest request) throws IOException {
        var issued = Acme.issued(authority, Acme.order(request, new KeptSlip(), CLOCK.instant()));
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
    }

    @Test
    void certifiesTenNames() throws IOException {
        issues(
                Certificates.request(
                        IntStream.range(0, 10)
                                .mapToObj(n -> "n" + n + ".example")
                                .toArray(String[]::new)));
    }

    @ParameterizedTest
    @CsvSource({"rsa, 2048", "rsa, 4096", "p256, 0", "p384, 0"})
    void certifiesKeysOfAType(String type, int bits) throws IOException {
        var key = CertificateKey.generate(KeyType.of(type).orElseThrow(), bits, new SecureRandom());
        issues(Certificates.request(key, "key.example"));
    }
}
