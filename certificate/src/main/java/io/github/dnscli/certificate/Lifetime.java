package io.github.dnscli.certificate;

import java.time.Duration;
import java.time.Instant;

/// When a certificate is valid (RFC 5280 §4.1.2.5).
///
/// @param notBefore its first second
/// @param notAfter its last second
public record Lifetime(Instant notBefore, Instant notAfter) {

    private static final Duration SHORT = Duration.ofDays(10);

    /// {@return whether a time lies in it, both ends included}
    public boolean contains(Instant at) {
        return !at.isBefore(notBefore) && !at.isAfter(notAfter);
    }

    /// {@return how long it is; zero if the end comes before the beginning}
    public Duration length() {
        return notAfter.isBefore(notBefore) ? Duration.ZERO : Duration.between(notBefore, notAfter);
    }

    /// {@return how long it still lasts; zero if it is over}
    public Duration remaining(Instant now) {
        return now.isAfter(notAfter) ? Duration.ZERO : Duration.between(now, notAfter);
    }

    /// {@return when to ask for a new certificate, if the authority has no say: with a third of the lifetime left, or
    /// half of it if it is shorter than ten days}
    public Instant renewalDue() {
        var length = length();
        return notAfter.minus(length.dividedBy(length.compareTo(SHORT) < 0 ? 2 : 3));
    }
}
