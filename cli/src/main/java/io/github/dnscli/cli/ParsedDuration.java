package io.github.dnscli.cli;

import java.time.Duration;

/// What reading a span of time came to.
public sealed interface ParsedDuration {

    /// The text is a span of time.
    ///
    /// @param duration never negative
    record Valid(Duration duration) implements ParsedDuration {}

    /// The text is none.
    ///
    /// @param problem why, for people
    record Invalid(String problem) implements ParsedDuration {}
}
