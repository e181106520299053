package io.github.dnscli.certifier;

import java.time.Instant;

/// Whether a certificate can be ordered right now.
sealed interface Readiness {

    /// It can.
    record Ready() implements Readiness {}

    /// It is being ordered.
    record UnderWay() implements Readiness {}

    /// Not yet, because of what went wrong before.
    ///
    /// @param why for people
    record Waiting(String why, Instant until) implements Readiness {}

    /// Not yet, because it was ordered so often.
    ///
    /// @param orders how often
    record Limited(int orders, Instant until) implements Readiness {}
}
