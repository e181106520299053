package io.github.dnscli.ocertify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How long to pause between looks, and when to give up: a twentieth of a second at first, since a certifier that is told of
/// requests answers at once, then a quarter more each time, up to ten seconds.
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Duration whole;
    private final Instant start;
    private Duration paused = Duration.ZERO;
    private Duration next = FIRST;

    Patience(InstantSource clock, Duration whole) {
        this.clock = clock;
        this.whole = whole;
        this.start = clock.instant();
    }

    /// {@return the next pause}; empty when it is time to give up
    Optional<Duration> pause() {
        var left = whole.minus(spent());
        if (left.isZero() || left.isNegative()) {
            return Optional.empty();
        }
        var pause = shorter(next, left);
        paused = paused.plus(pause);
        next = shorter(next.plus(next.dividedBy(4)), LONGEST);
        return Optional.of(pause);
    }

    /// The looks take time too; but a clock that is set back must not make the wait endless.
    private Duration spent() {
        var passed = Duration.between(start, clock.instant());
        return passed.compareTo(paused) > 0 ? passed : paused;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
