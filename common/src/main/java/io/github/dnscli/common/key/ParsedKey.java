package io.github.dnscli.common.key;

/// What reading a key came to.
public sealed interface ParsedKey {

    /// The text is a key.
    ///
    /// @param key the key
    record Valid(TsigKey key) implements ParsedKey {}

    /// The text is no key.
    ///
    /// @param problem why, for people; never shows the secret
    record Invalid(String problem) implements ParsedKey {}
}
