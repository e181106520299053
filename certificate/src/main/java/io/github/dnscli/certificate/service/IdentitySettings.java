package io.github.dnscli.certificate.service;

import java.time.Duration;

/// How long a [DnsIdentity] waits for what. Each time is at least a millisecond and at most a week.
///
/// @param timeout for connecting to the server, and afresh for each of its replies
/// @param firstPause until the next look when a certificate is expected, or something went wrong; it grows by half each time
/// @param longestPause how long that pause becomes while there is no good certificate
/// @param refresh the pause while all is well, give or take a tenth
/// @param closing how long closing waits for a look under way
public record IdentitySettings(
        Duration timeout,
        Duration firstPause,
        Duration longestPause,
        Duration refresh,
        Duration closing) {

    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofDays(7);

    /// Ten seconds for a reply, looks after two seconds to one minute while waiting, hourly ones later.
    public static final IdentitySettings DEFAULT =
            new IdentitySettings(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(2),
                    Duration.ofMinutes(1),
                    Duration.ofHours(1),
                    Duration.ofSeconds(5));

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if a time is out of range, or the longest pause is shorter than the first
    public IdentitySettings {
        for (var time : new Duration[] {timeout, firstPause, longestPause, refresh, closing}) {
            if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("a wait of " + time);
            }
        }
        if (longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "pauses that grow from %s to %s".formatted(firstPause, longestPause));
        }
    }

    /// {@return the same with another wait for replies}
    public IdentitySettings withTimeout(Duration time) {
        return new IdentitySettings(time, firstPause, longestPause, refresh, closing);
    }

    /// {@return the same with other pauses while a certificate is expected}
    public IdentitySettings withPauses(Duration first, Duration longest) {
        return new IdentitySettings(timeout, first, longest, refresh, closing);
    }

    /// {@return the same with another pause while all is well}
    public IdentitySettings withRefresh(Duration time) {
        return new IdentitySettings(timeout, firstPause, longestPause, time, closing);
    }

    /// {@return the same with another wait when closing}
    public IdentitySettings withClosing(Duration time) {
        return new IdentitySettings(timeout, firstPause, longestPause, refresh, time);
    }
}
