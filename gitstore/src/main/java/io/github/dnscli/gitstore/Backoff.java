package io.github.dnscli.gitstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// How long to leave a remote alone that does not do what it shall: twice as long with each failure, more or less, so that
/// many who wait do not come back at once. Used by one thread at a time.
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration HASTY = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;

    private final Duration longest;
    private int failures;
    private Instant lastFailure = Instant.MIN;
    private Instant endOfPeace = Instant.MIN;
    private Instant end = Instant.MIN;

    Backoff(Duration longest) {
        this.longest = longest;
    }

    void succeeded() {
        failures = 0;
        endOfPeace = Instant.MIN;
        end = Instant.MIN;
    }

    boolean isFailing() {
        return failures > 0;
    }

    /// {@return when the next attempt may be made}
    ///
    /// @param peace how long the other side wants to be left alone, if it says so
    Instant failed(Instant now, Optional<Duration> peace) {
        var pause = pause(longest);
        failures++;
        lastFailure = now;
        endOfPeace = now.plus(peace.orElse(Duration.ZERO));
        end = now.plus(pause);
        return end();
    }

    private Duration pause(Duration most) {
        var pause = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        long millis = (pause.compareTo(most) < 0 ? pause : most).toMillis();
        return Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(millis * 3 / 4, millis * 5 / 4 + 1));
    }

    /// Lets the next attempt be made at once: there is reason to believe that it will do.
    void lift() {
        end = Instant.MIN;
    }

    /// Shortens a long pause: somebody wants the attempt, though nothing says that it will do.
    void hasten() {
        if (failures > 0) {
            var sooner = lastFailure.plus(pause(HASTY).dividedBy(2));
            end = sooner.isBefore(end) ? sooner : end;
        }
    }

    boolean isOver(Instant now) {
        return !now.isBefore(end());
    }

    Instant end() {
        return end.isAfter(endOfPeace) ? end : endOfPeace;
    }
}
