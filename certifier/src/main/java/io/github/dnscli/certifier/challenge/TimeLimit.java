package io.github.dnscli.certifier.challenge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The end of the time one may take, on the clock that never jumps.
///
/// @param nanos as of [System#nanoTime()]
record TimeLimit(long nanos) {

    /// So far away that nobody waits for it, and near enough to be counted in nanoseconds.
    private static final Duration LONGEST = Duration.ofDays(365);

    /// {@return a limit that leaves it to others how long to wait}
    static TimeLimit none() {
        return in(LONGEST);
    }

    static TimeLimit in(Duration time) {
        var positive = time.isNegative() ? Duration.ZERO : time;
        var bounded = positive.compareTo(LONGEST) < 0 ? positive : LONGEST;
        return new TimeLimit(System.nanoTime() + bounded.toNanos());
    }

    /// {@return the limit at a time of day, as far away as a clock says now}
    static TimeLimit at(Instant deadline, InstantSource clock) {
        return in(Duration.between(clock.instant(), deadline));
    }

    TimeLimit orEarlier(TimeLimit other) {
        return nanos - other.nanos <= 0 ? this : other;
    }

    boolean hasPassed() {
        return nanos - System.nanoTime() <= 0;
    }

    /// {@return the time left, or at most as much of it; always more than zero, since nothing can wait for no time}
    Duration left(Duration most) {
        var left = Duration.ofNanos(Math.max(1_000_000, nanos - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }

    /// {@return the time left, in nanoseconds; 0 if it has passed}
    long nanosLeft() {
        return Math.max(0, nanos - System.nanoTime());
    }
}
