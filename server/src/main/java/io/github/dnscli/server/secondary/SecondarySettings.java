package io.github.dnscli.server.secondary;

import io.github.dnscli.common.request.Transfer;
import java.time.Duration;
import java.util.List;

/// How patient, how eager and how greedy a secondary is.
///
/// @param refresh bounds of the time between looks at the serial; the SOA record of a stranger must make neither a flood
///     nor a standstill
/// @param retry bounds of the time until the next look after a failure; each further failure doubles it, up to the time of
///     a refresh
/// @param longestExpire after which time a zone is not served any more, even if its SOA record allows for more; never
///     sooner than one refresh and one retry
/// @param firstRetry the time until the next try for a zone that is not there at all; each further failure doubles it, up
///     to the longest retry
/// @param notifyPause the shortest time between two looks at a zone that NOTIFY messages lead to; failures double it, up to
///     the shortest retry
/// @param timeout for connecting to a primary, and afresh for each message from it
/// @param linePing the time between looks at a connection that stands, and the longest until it is made again once lost
/// @param limit how much of one transfer to take
/// @param transfersAtOnce how many zones are fetched at the same time
/// @param checksAtOnce of how many zones the serial is asked for at the same time
/// @param mostDiscovered how many zones primaries may name in all
public record SecondarySettings(
        TimerRange refresh,
        TimerRange retry,
        Duration longestExpire,
        Duration firstRetry,
        Duration notifyPause,
        Duration timeout,
        Duration linePing,
        Transfer.Limit limit,
        int transfersAtOnce,
        int checksAtOnce,
        int mostDiscovered) {

    /// Checks the ranges.
    public SecondarySettings {
        for (var time : List.of(longestExpire, firstRetry, notifyPause, timeout, linePing)) {
            if (!time.isPositive()) {
                throw new IllegalArgumentException(time + " is no time to wait");
            }
        }
        for (int number : new int[] {transfersAtOnce, checksAtOnce, mostDiscovered}) {
            if (number < 1) {
                throw new IllegalArgumentException(number + " is less than 1");
            }
        }
    }

    /// Refresh from 30 s to a day, retry from 15 s to an hour, expire up to 24 weeks, 5 s until the second try for a new
    /// zone, a second between looks for NOTIFY, 10 s for each message,
    /// two minutes between looks at connections, [Transfer.Limit#DEFAULT], 10 transfers and 50 looks
    /// at the same time, 10,000 discovered zones.
    public static final SecondarySettings DEFAULT =
            new SecondarySettings(
                    new TimerRange(Duration.ofSeconds(30), Duration.ofDays(1)),
                    new TimerRange(Duration.ofSeconds(15), Duration.ofHours(1)),
                    Duration.ofDays(24 * 7),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(2),
                    Transfer.Limit.DEFAULT,
                    10,
                    50,
                    10_000);

    /// {@return the same with other bounds of refresh and retry}
    public SecondarySettings withTimers(TimerRange otherRefresh, TimerRange otherRetry) {
        return new SecondarySettings(
                otherRefresh,
                otherRetry,
                longestExpire,
                firstRetry,
                notifyPause,
                timeout,
                linePing,
                limit,
                transfersAtOnce,
                checksAtOnce,
                mostDiscovered);
    }

    /// {@return the same with another pause before the second try for a new zone}
    public SecondarySettings withFirstRetry(Duration other) {
        return new SecondarySettings(
                refresh,
                retry,
                longestExpire,
                other,
                notifyPause,
                timeout,
                linePing,
                limit,
                transfersAtOnce,
                checksAtOnce,
                mostDiscovered);
    }

    /// {@return the same with another patience for each message}
    public SecondarySettings withTimeout(Duration other) {
        return new SecondarySettings(
                refresh,
                retry,
                longestExpire,
                firstRetry,
                notifyPause,
                other,
                linePing,
                limit,
                transfersAtOnce,
                checksAtOnce,
                mostDiscovered);
    }

    /// {@return the same with another pause between looks that NOTIFY messages lead to, and between looks at connections}
    public SecondarySettings withPauses(Duration otherNotifyPause, Duration otherLinePing) {
        return new SecondarySettings(
                refresh,
                retry,
                longestExpire,
                firstRetry,
                otherNotifyPause,
                timeout,
                otherLinePing,
                limit,
                transfersAtOnce,
                checksAtOnce,
                mostDiscovered);
    }

    /// {@return the same with another limit of each transfer}
    public SecondarySettings withLimit(Transfer.Limit other) {
        return new SecondarySettings(
                refresh,
                retry,
                longestExpire,
                firstRetry,
                notifyPause,
                timeout,
                linePing,
                other,
                transfersAtOnce,
                checksAtOnce,
                mostDiscovered);
    }

    /// {@return the same with another number of zones that primaries may name}
    public SecondarySettings withMostDiscovered(int other) {
        return new SecondarySettings(
                refresh,
                retry,
                longestExpire,
                firstRetry,
                notifyPause,
                timeout,
                linePing,
                limit,
                transfersAtOnce,
                checksAtOnce,
                other);
    }
}
