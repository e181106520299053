package io.github.dnscli.certifier.own;

import java.time.Duration;

/// How a [PrivateAuthority] issues and revokes.
///
/// @param lifetime how long certificates last, [#MIN_LIFETIME] to [#MAX_LIFETIME]
/// @param listLifetime how long a revocation list counts, [#MIN_LIST_LIFETIME] to [#MAX_LIST_LIFETIME]; a new one is made
///     when half of it is over
public record PrivateSettings(Duration lifetime, Duration listLifetime) {

    /// The shortest lifetime of certificates.
    public static final Duration MIN_LIFETIME = Duration.ofMinutes(5);

    /// The longest lifetime of certificates: what browsers take even under a root of one's own.
    public static final Duration MAX_LIFETIME = Duration.ofDays(825);

    /// The shortest time a revocation list counts.
    public static final Duration MIN_LIST_LIFETIME = Duration.ofMinutes(5);

    /// The longest time a revocation list counts.
    public static final Duration MAX_LIST_LIFETIME = Duration.ofDays(365);

    /// Certificates of 90 days, revocation lists of a week.
    public static final PrivateSettings DEFAULT =
            new PrivateSettings(Duration.ofDays(90), Duration.ofDays(7));

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a time is out of its range
    public PrivateSettings {
        require("certificates", lifetime, MIN_LIFETIME, MAX_LIFETIME);
        require("revocation lists", listLifetime, MIN_LIST_LIFETIME, MAX_LIST_LIFETIME);
    }

    private static void require(String what, Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
            throw new IllegalArgumentException(what + " that last " + time);
        }
    }

    /// {@return the same with another lifetime of certificates}
    ///
    /// @throws IllegalArgumentException if it is out of range
    public PrivateSettings withLifetime(Duration other) {
        return new PrivateSettings(other, listLifetime);
    }

    /// {@return the same with another lifetime of revocation lists}
    ///
    /// @throws IllegalArgumentException if it is out of range
    public PrivateSettings withListLifetime(Duration other) {
        return new PrivateSettings(lifetime, other);
    }
}
