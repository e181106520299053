package io.github.dnscli.gitstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    private static Duration pause(Backoff backoff) {
        return Duration.between(NOW, backoff.failed(NOW, Optional.empty()));
    }

    @Test
    void nothingIsWaitedForAtFirst() {
        var backoff = new Backoff(Duration.ofMinutes(5));
        assertThat(backoff.isOver(NOW)).isTrue();
        backoff.hasten();
        assertThat(backoff.isFailing()).isFalse();
    }

    @Test
    void pausesGrowToABound() {
        var backoff = new Backoff(Duration.ofMinutes(5));
        assertThat(pause(backoff)).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
        assertThat(pause(backoff)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
        for (int i = 0; i < 100; i++) {
            pause(backoff);
        }
        assertThat(pause(backoff)).isBetween(Duration.ofSeconds(225), Duration.ofSeconds(375));
        assertThat(backoff.isOver(NOW.plusSeconds(200))).isFalse();
        assertThat(backoff.isOver(NOW.plusSeconds(376))).isTrue();
    }

    @Test
    void whoeverHasReasonMaySoonerButNotAtOnce() {
        var backoff = new Backoff(Duration.ofMinutes(5));
        for (int i = 0; i < 100; i++) {
            pause(backoff);
        }
        backoff.hasten();
        assertThat(backoff.isOver(NOW.plusSeconds(10))).isFalse();
        assertThat(backoff.isOver(NOW.plusSeconds(19))).isTrue();
        backoff.lift();
        assertThat(backoff.isOver(NOW)).isTrue();
    }

    @Test
    void whoWantsToBeLeftAloneIs() {
        var backoff = new Backoff(Duration.ofMinutes(5));
        assertThat(backoff.failed(NOW, Optional.of(Duration.ofMinutes(10))))
                .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        backoff.hasten();
        backoff.lift();
        assertThat(backoff.isOver(NOW.plusSeconds(599))).isFalse();
        assertThat(backoff.isOver(NOW.plusSeconds(600))).isTrue();
    }

    @Test
    void successIsAFreshStart() {
        var backoff = new Backoff(Duration.ofMinutes(5));
        for (int i = 0; i < 10; i++) {
            pause(backoff);
        }
        backoff.succeeded();
        assertThat(backoff.isOver(NOW)).isTrue();
        assertThat(pause(backoff)).isLessThan(Duration.ofSeconds(2));
    }
}
