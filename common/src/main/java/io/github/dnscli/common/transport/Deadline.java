package io.github.dnscli.common.transport;

import java.net.SocketTimeoutException;
import java.time.Duration;

/// The end of the time one may wait, on the clock that never jumps.
///
/// @param nanos as of [System#nanoTime()]
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// {@return the time left, in milliseconds; at least 1}
    ///
    /// @throws SocketTimeoutException if none is left
    int millisLeft() throws SocketTimeoutException {
        long left = nanos - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("deadline has passed");
        }
        return Math.clamp(left / 1_000_000, 1, Integer.MAX_VALUE);
    }

    boolean hasPassed() {
        return nanos - System.nanoTime() <= 0;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(1, nanos - System.nanoTime()));
    }

    Deadline orEarlier(Deadline other) {
        return nanos - other.nanos <= 0 ? this : other;
    }
}
