package io.github.dnscli.certifier.plan;

import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenewalsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void spreadsRenewalsOverTheLastDaysBeforeTheyAreDue() {
        var authority = Certificates.authority(new SteppedClock(NOW));
        var request = Certificates.request("www.example");
        var leaves =
                IntStream.range(0, 40)
                        .mapToObj(_ -> Certificates.issue(authority, request).leaf())
                        .toList();

        assertThat(leaves)
                .allSatisfy(
                        leaf ->
                                assertThat(Renewal.regular(leaf).at())
                                        .isBetween(
                                                due(leaf).minus(DAY.multipliedBy(3)), due(leaf)));
        assertThat(leaves).extracting(leaf -> days(leaf)).contains(0L, 1L, 2L);
    }

    private static Instant due(Certificate leaf) {
        return leaf.lifetime().renewalDue();
    }

    private static long days(Certificate leaf) {
        return Duration.between(Renewal.regular(leaf).at(), due(leaf)).toDays();
    }

    @Test
    void isTheSameForTheSameCertificateAtAnyTime() {
        var authority = Certificates.authority(new SteppedClock(NOW));
        var leaf = Certificates.issue(authority, Certificates.request("www.example")).leaf();
        var again = Certificate.of(leaf.x509());

        assertThat(Renewal.regular(again)).isEqualTo(Renewal.regular(leaf));
    }

    @Test
    void isWhenTheAuthoritySaysButNotTooLate() {
        var authority = Certificates.authority(new SteppedClock(NOW));
        var leaf = Certificates.issue(authority, Certificates.request("www.example")).leaf();
        var end = leaf.lifetime().notAfter();

        assertThat(Renewal.advised(leaf, NOW).at()).isEqualTo(NOW);
        assertThat(Renewal.advised(leaf, end).at())
                .isBetween(end.minus(DAY.multipliedBy(10)), end.minus(DAY.multipliedBy(9)));
    }
}
