package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.FakeAcme;
import io.github.dnscli.certifier.fixture.FakeAcmeStep;
import io.github.dnscli.certifier.fixture.FakeAcmeTrouble;
import io.github.dnscli.certifier.fixture.FakeAcmeWindow;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When an authority wants its certificates to be renewed.
class RenewalTest {

    private static final Instant NOW = Certificates.NOW;

    private final SteppedClock clock = new SteppedClock(NOW);
    private FakeAcme acme;
    private ServedProofs proofs;
    private AcmeAuthority authority;
    private Certificate leaf;

    @BeforeEach
    void start() throws IOException {
        acme = FakeAcme.start(clock);
        proofs = ServedProofs.start();
        authority = AcmeAuthority.of(Acme.settings(acme), proofs, new MemoryStore(), clock);
        leaf =
                Acme.issued(
                                authority,
                                Acme.order(
                                        Certificates.request("www.example"), new KeptSlip(), NOW))
                        .leaf();
    }

    @AfterEach
    void stop() {
        acme.close();
        proofs.close();
    }

    @Test
    void isKnownFromTheAuthority() throws IOException {
        var start = leaf.lifetime().notBefore().plus(Duration.ofDays(60));
        assertThat(authority.advice(leaf))
                .contains(
                        new RenewalAdvice(
                                start,
                                start.plus(leaf.lifetime().length().dividedBy(50)),
                                Optional.of(acme.directory().resolve("/why")),
                                NOW.plus(Duration.ofHours(6))));
    }

    @Test
    void movesWhenTheAuthoritySaysSo() throws IOException {
        acme.renewAt(leaf, NOW, NOW.plusSeconds(60));
        assertThat(authority.advice(leaf).map(RenewalAdvice::start)).contains(NOW);
        acme.renewal(_ -> new FakeAcmeWindow(NOW.plusSeconds(5), NOW.plusSeconds(6)));
        assertThat(authority.advice(leaf).map(RenewalAdvice::start)).contains(NOW);
        assertThat(acme.count(FakeAcmeStep.RENEWAL_INFO)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT1M", "PT3H, PT3H", "P9D, P1D"})
    void isAskedForNeitherTooOftenNorTooSeldom(Duration said, Duration done) throws IOException {
        acme.askAgainAfter(Optional.of(said));
        assertThat(authority.advice(leaf).map(RenewalAdvice::askAgain)).contains(NOW.plus(done));
    }

    @Test
    void isAskedForAfterSixHoursIfNothingIsSaid() throws IOException {
        acme.askAgainAfter(Optional.empty());
        assertThat(authority.advice(leaf).map(RenewalAdvice::askAgain))
                .contains(NOW.plus(Duration.ofHours(6)));
    }

    @Test
    void isNotKnownOfACertificateOfSomebodyElse() throws IOException {
        var theirs = FakeAcme.start(clock);
        try (theirs) {
            var other = AcmeAuthority.of(Acme.settings(theirs), proofs, new MemoryStore(), clock);
            assertThat(other.advice(leaf)).isEmpty();
            assertThat(theirs.accounts()).isZero();
        }
    }

    @Test
    void isNotAskedForWithoutAKeyIdentifier() throws IOException {
        var bare = TestAuthority.root("Root").leaf("www.example");
        assertThat(authority.advice(Certificate.of(bare.certificate()))).isEmpty();
        assertThat(acme.count(FakeAcmeStep.RENEWAL_INFO)).isZero();
    }

    @Test
    void isNotAskedForWhereThereIsNone() throws IOException {
        acme.withoutRenewalInfo();
        clock.step(Duration.ofHours(2));
        assertThat(authority.advice(leaf)).isEmpty();
        assertThat(acme.count(FakeAcmeStep.RENEWAL_INFO)).isZero();
    }

    @Test
    void mayNotBeKnownForNow() {
        acme.once(FakeAcmeStep.RENEWAL_INFO, FakeAcmeTrouble.unavailable());
        assertThatThrownBy(() -> authority.advice(leaf))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answers with HTTP status 503");
    }

    @Test
    void makesNoSenseBackwards() {
        acme.renewAt(leaf, NOW, NOW.minusSeconds(1));
        assertThatThrownBy(() -> authority.advice(leaf))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not speak ACME")
                .hasMessageContaining("a window from");
    }
}
