package io.github.dnscli.server.secondary;

import java.time.Duration;

/// How short and how long a timer may be, whatever an SOA record says.
///
/// @param shortest more than zero
/// @param longest not less
public record TimerRange(Duration shortest, Duration longest) {

    /// Checks the order.
    public TimerRange {
        if (!shortest.isPositive() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(
                    "no time is from " + shortest + " to " + longest + " long");
        }
    }

    Duration clamp(Duration time) {
        return time.compareTo(shortest) < 0 ? shortest : earlier(time, longest);
    }

    static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
