package io.github.dnscli.server.secondary;

import io.github.dnscli.common.record.Soa;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait: what an SOA record says (RFC 1035 §3.3.13), within bounds.
///
/// @param settings the bounds
/// @param soa the SOA record; empty when there is no zone yet, or no longer
record Timetable(SecondarySettings settings, Optional<Soa> soa) {

    private static final int MOST_DOUBLINGS = 30;

    /// {@return the time from one look at the serial to the next}
    Duration refresh() {
        return settings.refresh().clamp(Duration.ofSeconds(soa.map(Soa::refresh).orElse(0L)));
    }

    /// {@return the time until the next try}
    ///
    /// @param failures how often it failed in a row, at least once
    Duration retry(int failures) {
        if (soa.isEmpty()) {
            return doubled(settings.firstRetry(), failures - 1, settings.retry().longest());
        }
        var first = settings.retry().clamp(Duration.ofSeconds(soa.get().retry()));
        var longest = first.compareTo(refresh()) < 0 ? refresh() : first;
        return doubled(first, failures - 1, longest);
    }

    /// {@return the time from the last success on for which the zone is served}
    Duration expire() {
        var wanted = Duration.ofSeconds(soa.map(Soa::expire).orElse(0L));
        var shortest = refresh().plus(retry(1));
        var longest = settings.longestExpire();
        return new TimerRange(shortest, longest.compareTo(shortest) < 0 ? shortest : longest)
                .clamp(wanted);
    }

    /// {@return the shortest time between two looks that NOTIFY messages lead to}
    Duration notifyPause(int failures) {
        return doubled(settings.notifyPause(), failures, settings.retry().shortest());
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        return TimerRange.earlier(
                first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS)), longest);
    }

    /// {@return three quarters of a time to the whole of it}, so that servers that start together do not ask together for
    /// ever
    static Duration jittered(Duration time, RandomGenerator random) {
        return time.minus(Duration.ofMillis((long) (time.toMillis() / 4.0 * random.nextDouble())));
    }
}
