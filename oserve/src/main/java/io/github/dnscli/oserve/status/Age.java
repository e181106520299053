package io.github.dnscli.oserve.status;

import io.github.dnscli.cli.DurationText;
import java.time.Duration;

/// Spans of time as people read them: in whole seconds, or in larger units where those do not matter.
public final class Age {

    private Age() {}

    /// {@return a span in words}; one that is over is none
    public static String of(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        long unit =
                seconds >= Duration.ofDays(1).toSeconds()
                        ? Duration.ofHours(1).toSeconds()
                        : seconds >= Duration.ofHours(1).toSeconds()
                                ? Duration.ofMinutes(1).toSeconds()
                                : 1;
        return DurationText.print(Duration.ofSeconds(seconds / unit * unit));
    }
}
