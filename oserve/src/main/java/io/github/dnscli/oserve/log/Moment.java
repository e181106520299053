package io.github.dnscli.oserve.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as people read them, to the second: `2026-11-25T12:00:00Z`.
public final class Moment {

    private Moment() {}

    /// {@return a time in words}
    public static String of(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
