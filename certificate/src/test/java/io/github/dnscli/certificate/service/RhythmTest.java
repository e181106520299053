package io.github.dnscli.certificate.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dnscli.certificate.Lifetime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Optional<String> TROUBLE = Optional.of("something");

    private final Rhythm rhythm = new Rhythm(IdentitySettings.DEFAULT, new Random(7));

    private double seconds(Optional<Lifetime> held, Optional<String> trouble) {
        return rhythm.next(NOW, held, trouble).toMillis() / 1000.0;
    }

    private static Optional<Lifetime> heldFor(Duration length, Duration left) {
        var end = NOW.plus(left);
        return Optional.of(new Lifetime(end.minus(length), end));
    }

    private static void assertAbout(double seconds, double wanted) {
        assertThat(seconds).isCloseTo(wanted, within(wanted * 0.11));
    }

    @Test
    void pausesGrowByHalfToAMinuteWhileThereIsNoCertificate() {
        DoubleStream.of(2, 3, 4.5, 6.75, 10.1, 15.2, 22.8, 34.2, 51.3, 60, 60, 60)
                .forEach(
                        wanted -> assertAbout(seconds(Optional.empty(), Optional.empty()), wanted));
    }

    @Test
    void allIsWellForAnHour() {
        var fresh = heldFor(Duration.ofDays(90), Duration.ofDays(80));

        assertAbout(seconds(fresh, Optional.empty()), 3600);
        assertAbout(seconds(fresh, Optional.empty()), 3600);
    }

    @Test
    void noTwoLookAtTheSameTime() {
        var fresh = heldFor(Duration.ofDays(90), Duration.ofDays(80));
        var pauses = Stream.generate(() -> seconds(fresh, Optional.empty())).limit(50).toList();

        assertThat(pauses).doesNotHaveDuplicates().allMatch(pause -> pause > 3200 && pause < 4000);
        assertThat(pauses).anyMatch(pause -> pause < 3500).anyMatch(pause -> pause > 3700);
    }

    @Test
    void aShortLivedCertificateIsNotForgottenUntilItIsDue() {
        assertAbout(
                seconds(heldFor(Duration.ofHours(1), Duration.ofMinutes(50)), Optional.empty()),
                1200);
    }

    @Test
    void troubleWithACertificateInUseIsTriedAgainEverLater() {
        var fresh = heldFor(Duration.ofDays(90), Duration.ofDays(80));

        assertAbout(seconds(fresh, TROUBLE), 2);
        assertAbout(seconds(fresh, TROUBLE), 3);
        for (int i = 0; i < 20; i++) {
            seconds(fresh, TROUBLE);
        }
        assertAbout(seconds(fresh, TROUBLE), 3600);
        assertAbout(seconds(fresh, Optional.empty()), 3600);
        assertAbout(seconds(fresh, TROUBLE), 2);
    }

    @Test
    void towardsItsEndItIsLookedForMoreOften() {
        for (int i = 0; i < 30; i++) {
            seconds(heldFor(Duration.ofDays(90), Duration.ofDays(20)), Optional.empty());
        }

        assertAbout(
                seconds(heldFor(Duration.ofDays(90), Duration.ofDays(20)), Optional.empty()), 3600);
        assertAbout(
                seconds(heldFor(Duration.ofDays(90), Duration.ofHours(5)), Optional.empty()), 1800);
        assertAbout(
                seconds(heldFor(Duration.ofDays(90), Duration.ofSeconds(5)), Optional.empty()), 2);
    }

    @Test
    void whatIsExpectedIsLookedForSoon() {
        for (int i = 0; i < 30; i++) {
            seconds(Optional.empty(), Optional.empty());
        }
        rhythm.hurry();

        assertAbout(seconds(Optional.empty(), Optional.empty()), 2);
    }
}
