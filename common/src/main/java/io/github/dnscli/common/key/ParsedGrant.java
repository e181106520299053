package io.github.dnscli.common.key;

/// What reading a grant came to.
public sealed interface ParsedGrant {

    /// The text is a grant.
    ///
    /// @param grant the grant
    record Valid(KeyRights.Grant grant) implements ParsedGrant {}

    /// The text is none.
    ///
    /// @param problem why, for people
    /// @param column the character of the text at which it shows, counted from 1
    record Invalid(String problem, int column) implements ParsedGrant {}
}
