package io.github.dnscli.certificate;

import static io.github.dnscli.testkit.certificate.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitnessTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final TestAuthority root = TestAuthority.root("Root");
    private final CertificateKey key = CertificateKey.generate(KeyType.P256, 0, new SecureRandom());
    private final CertificateRequest request =
            CertificateRequest.create(key, List.of(DomainName.of("a.b"), DomainName.of("*.a.b")));

    @Test
    void fitsWithTheSameKeyAndNamesInAnyOrderAndCase() throws Exception {
        assertThat(judge(NOW, DAY, "*.A.b", "a.B")).isEqualTo(new Fitness.Fits());
    }

    @Test
    void doesNotFitWithOtherNames() throws Exception {
        assertThat(reasons(judge(NOW, DAY, "a.b")))
                .containsExactly(
                        "the certificate is for 'a.b', and the request for 'a.b', '*.a.b'");
        assertThat(reasons(judge(NOW, DAY, "a.b", "*.a.b", "c.d"))).hasSize(1);
        assertThat(reasons(judge(NOW, DAY, "a.b", "x.a.b"))).hasSize(1);
    }

    @Test
    void doesNotFitWithAnotherKey() {
        var other = Certificate.of(root.leaf("a.b", "*.a.b").certificate());

        assertThat(Fitness.of(other, request, NOW, DAY))
                .isEqualTo(
                        new Fitness.Unfit(
                                List.of(new Reason.WrongKey(key.publicKey(), other.publicKey()))));
    }

    @ParameterizedTest
    @CsvSource({
        "-2, 1, is not valid before",
        "87, 3, expires on 2027-02-19T12:00:00Z, in less than 72 hours",
        "90, 1, expired on"
    })
    void doesNotFitOutsideItsTime(int days, int margin, String message) throws Exception {
        var now = NOW.plus(DAY.multipliedBy(days));

        assertThat(reasons(judge(now, DAY.multipliedBy(margin), "a.b", "*.a.b")))
                .singleElement()
                .asString()
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource({"90, 30", "45, 15", "10, 3.3333", "6, 3", "0.25, 0.125"})
    void isDueWithAThirdOfTheLifetimeLeftOrHalfOfAShortOne(double days, double left) {
        var length = Duration.ofSeconds((long) (days * 86_400));
        var lifetime = new Lifetime(NOW, NOW.plus(length));

        assertThat(Duration.between(lifetime.renewalDue(), lifetime.notAfter()))
                .isCloseTo(Duration.ofSeconds((long) (left * 86_400)), Duration.ofMinutes(1));
    }

    @Test
    void knowsHowLongItLasts() {
        var lifetime = new Lifetime(NOW, NOW.plus(DAY));

        assertThat(lifetime.length()).isEqualTo(DAY);
        assertThat(lifetime.remaining(NOW.plusSeconds(86_000))).isEqualTo(Duration.ofSeconds(400));
        assertThat(lifetime.remaining(NOW.plus(DAY).plusSeconds(1))).isZero();
        assertThat(new Lifetime(NOW, NOW.minus(DAY)).length()).isZero();
    }

    private Fitness judge(Instant now, Duration margin, String... names) throws Exception {
        var leaf = root.leafFor(platformKey(), Stream.of(names).toList());
        return Fitness.of(Certificate.of(leaf.certificate()), request, now, margin);
    }

    private PublicKey platformKey() throws Exception {
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(key.publicKey().der()));
    }

    private static List<String> reasons(Fitness fitness) {
        return switch (fitness) {
            case Fitness.Fits _ -> List.of();
            case Fitness.Unfit(var reasons) -> reasons.stream().map(Reason::message).toList();
        };
    }
}
