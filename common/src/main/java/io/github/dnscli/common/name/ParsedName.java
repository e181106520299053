package io.github.dnscli.common.name;

/// What reading a name came to.
public sealed interface ParsedName {

    /// The text is a name.
    ///
    /// @param name the name, absolute
    record Valid(DomainName name) implements ParsedName {}

    /// The text is not a name.
    ///
    /// @param problem why, for people
    /// @param offset the octet of the text at which it shows, counted from 0
    record Invalid(String problem, int offset) implements ParsedName {}
}
