package io.github.dnscli.common.key;

/// What reading a pattern of names came to.
public sealed interface ParsedPattern {

    /// The text is a pattern.
    ///
    /// @param pattern the pattern
    record Valid(NamePattern pattern) implements ParsedPattern {}

    /// The text is none.
    ///
    /// @param problem why, for people
    record Invalid(String problem) implements ParsedPattern {}
}
