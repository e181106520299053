package io.github.dnscli.certifier.acme;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How often to look at something that the authority works on: at short intervals first, since most of it takes a moment,
/// then at ever longer ones; never before the time that the authority names.
final class Pace {

    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final InstantSource clock;
    private final Limit limit;
    private Duration next = FIRST;
    private int looks;

    Pace(InstantSource clock, Limit limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /// Waits until it is time to look again, or the limit is reached.
    ///
    /// @param retryAfter when the authority wants to be asked again, if it says
    void pause(Optional<Instant> retryAfter) throws InterruptedException {
        var wanted =
                retryAfter
                        .map(time -> Duration.between(clock.instant(), time))
                        .filter(Duration::isPositive);
        Thread.sleep(limit.atMost(wanted.orElse(next)));
        next = shorter(next.multipliedBy(2), LONGEST);
        looks++;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// {@return how many times there was a wait}
    int looks() {
        return looks;
    }
}
