package io.github.dnscli.certifier.acme;

import java.time.Duration;

/// A moment after which nothing is waited for any more, on a clock that is never set.
record Limit(long end) {

    private static final Duration LEAST = Duration.ofMillis(1);

    /// {@return the moment a time from now; no later than a year}
    static Limit in(Duration time) {
        var year = Duration.ofDays(365);
        return new Limit(System.nanoTime() + (time.compareTo(year) > 0 ? year : time).toNanos());
    }

    /// {@return how much is left; more than nothing}
    Duration remaining() {
        return longer(Duration.ofNanos(end - System.nanoTime()), LEAST);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// {@return a time, or what is left if that is less}
    Duration atMost(Duration time) {
        var remaining = remaining();
        return time.compareTo(remaining) < 0 ? time : remaining;
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }
}
