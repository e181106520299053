package io.github.dnscli.common.dnssec;

import java.time.Instant;

/// When a signature begins or ends: 32 bits of seconds that wrap around (RFC 4034 §3.1.5).
///
/// @param seconds 0 to 4294967295
public record SignatureTime(long seconds) {

    /// {@return the moment that is meant: the one less than 2^31 seconds away from now}
    public Instant near(Instant now) {
        int away = (int) (seconds - now.getEpochSecond());
        return now.minusNanos(now.getNano()).plusSeconds(away);
    }

    /// {@return whether this time comes before another in the arithmetic of RFC 1982}
    public boolean isBefore(SignatureTime other) {
        return (int) (seconds - other.seconds) < 0;
    }
}
