package io.github.dnscli.certifier.ledger;

import java.time.Duration;

/// How long to wait after failures: a first delay, then twice as long each time, up to a limit.
///
/// @param first after the first failure
/// @param longest after many; the first delay if that is longer
public record Delays(Duration first, Duration longest) {

    /// Puts the limit right.
    public Delays {
        longest = first.compareTo(longest) > 0 ? first : longest;
    }

    /// {@return how long to wait after some failures in a row}
    ///
    /// @param failures how many, 1 or more
    public Duration after(int failures) {
        var delay = first;
        for (int i = 1; i < failures && delay.compareTo(longest) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(longest) > 0 ? longest : delay;
    }
}
