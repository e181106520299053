package io.github.dnscli.cli.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Something that may take long.
///
/// @param what it is, as "waiting for the certificate of www.example.com"
/// @param limit when it will be given up
/// @param count says how far it is, as "12 of 340 files"; empty as long as that is unknown. It is asked by another
///     thread than the one that works
public record Work(String what, Optional<Duration> limit, Supplier<String> count) {

    /// {@return work that lasts as long as it lasts, and cannot tell how far it is}
    public static Work of(String what) {
        return new Work(what, Optional.empty(), () -> "");
    }

    /// {@return the same, to be given up after some time}
    public Work within(Duration longest) {
        return new Work(what, Optional.of(longest), count);
    }

    /// {@return the same, telling how far it is}
    public Work counting(Supplier<String> counted) {
        return new Work(what, limit, counted);
    }

    /// {@return what stands on its line behind what it is: how far it is, and since when it lasts}
    String progress(Duration elapsed) {
        String known = count.get();
        String most = limit.map(longest -> " of " + text(longest)).orElse("");
        return " · " + (known.isEmpty() ? "" : known + " · ") + text(elapsed) + most;
    }

    private static String text(Duration time) {
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return time.toSeconds() + " s";
        }
        return time.compareTo(Duration.ofHours(2)) < 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
