package io.github.dnscli.certifier;

import io.github.dnscli.certifier.policy.NameAllowances;
import java.time.Duration;

/// How a [Certifier] behaves.
///
/// @param allowances whose names may be asked for besides one's own
/// @param ordersAWeek how often the same request is ordered within seven days, 1 or more; where certificates last so
///     short that their renewals alone take more than half of it, twice what those take
/// @param firstRetry how long to wait after a first failure; after each further one twice as long
/// @param longestRetry how long to wait at most
/// @param orderTime how long an authority may take for an order
public record CertifierSettings(
        NameAllowances allowances,
        int ordersAWeek,
        Duration firstRetry,
        Duration longestRetry,
        Duration orderTime) {

    /// No allowances, 5 orders a week, retries after 2 minutes to 6 hours, 10 minutes for an order.
    public static final CertifierSettings DEFAULT =
            new CertifierSettings(
                    NameAllowances.NONE,
                    5,
                    Duration.ofMinutes(2),
                    Duration.ofHours(6),
                    Duration.ofMinutes(10));

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if there are no orders in a week, or a time is not positive
    public CertifierSettings {
        if (ordersAWeek < 1) {
            throw new IllegalArgumentException(ordersAWeek + " orders a week");
        }
        if (!firstRetry.isPositive() || !longestRetry.isPositive() || !orderTime.isPositive()) {
            throw new IllegalArgumentException("a time that is none");
        }
    }
}
