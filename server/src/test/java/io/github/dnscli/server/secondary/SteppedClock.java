package io.github.dnscli.server.secondary;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is set forward.
final class SteppedClock implements InstantSource {

    private volatile Instant now = Story.START;

    @Override
    public Instant instant() {
        return now;
    }

    void step(Duration time) {
        now = now.plus(time);
    }
}
