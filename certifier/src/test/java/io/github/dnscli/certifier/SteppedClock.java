package io.github.dnscli.certifier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test winds forward.
final class SteppedClock implements InstantSource {

    private Instant now;

    SteppedClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void step(Duration time) {
        now = now.plus(time);
    }
}
