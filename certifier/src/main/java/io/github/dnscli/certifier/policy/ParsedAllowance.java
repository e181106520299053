package io.github.dnscli.certifier.policy;

/// What reading a rule about names came to.
public sealed interface ParsedAllowance {

    /// The text is a rule.
    record Valid(NameAllowance rule) implements ParsedAllowance {}

    /// The text is none.
    ///
    /// @param problem why, for people, as in "allowance 'TEXT' has no '='"
    record Invalid(String problem) implements ParsedAllowance {}
}
