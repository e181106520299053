package io.github.dnscli.oserve.issuing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that goes as all others do, and can be wound forward.
final class FastClock implements InstantSource {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    /// Goes on at a time, and never back.
    void wind(Instant time) {
        var step = Duration.between(instant(), time).plusMillis(1);
        ahead.updateAndGet(before -> step.isPositive() ? before.plus(step) : before);
    }
}
