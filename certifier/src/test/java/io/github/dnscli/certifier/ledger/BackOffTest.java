package io.github.dnscli.certifier.ledger;

import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final BackOff<String> delays = new BackOff<>(new Delays(SECOND, Duration.ofSeconds(5)));

    @Test
    void doublesTheDelayUpToTheLimit() {
        assertThat(delays.allows("a", NOW)).isTrue();
        for (int expected : List.of(1, 2, 4, 5, 5)) {
            var next = NOW.plusSeconds(expected);
            assertThat(delays.tried("a", NOW)).isEqualTo(next);
            assertThat(delays.allows("a", next.minusNanos(1))).isFalse();
            assertThat(delays.allows("a", next)).isTrue();
        }
    }

    @Test
    void beginsAnewAfterSuccess() {
        delays.tried("a", NOW);
        delays.tried("a", NOW);
        delays.worked("a");

        assertThat(delays.allows("a", NOW)).isTrue();
        assertThat(delays.tried("a", NOW)).isEqualTo(NOW.plus(SECOND));
    }

    @Test
    void keepsThingsApart() {
        delays.tried("a", NOW);
        delays.tried("b", NOW);
        delays.keep(List.of("b"));

        assertThat(delays.allows("a", NOW)).isTrue();
        assertThat(delays.allows("b", NOW)).isFalse();
    }

    @Test
    void neverRunsAheadOfALongInterval() {
        var rare = new BackOff<String>(new Delays(Duration.ofHours(2), SECOND));

        assertThat(rare.tried("a", NOW)).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(rare.tried("a", NOW)).isEqualTo(NOW.plus(Duration.ofHours(2)));
    }
}
