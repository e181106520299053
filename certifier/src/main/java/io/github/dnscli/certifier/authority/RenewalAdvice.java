package io.github.dnscli.certifier.authority;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// When an authority wants a certificate to be renewed (RFC 9773 §4.2).
///
/// @param start from when on
/// @param end when it should have been; the same as the start, or later
/// @param explanation where people can read why, if anywhere
/// @param askAgain when to ask anew
public record RenewalAdvice(
        Instant start, Instant end, Optional<URI> explanation, Instant askAgain) {

    /// Checks the order of the two.
    ///
    /// @throws IllegalArgumentException if the end is before the start
    public RenewalAdvice {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a window from " + start + " to " + end);
        }
    }
}
