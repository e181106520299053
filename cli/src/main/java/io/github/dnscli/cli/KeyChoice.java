package io.github.dnscli.cli;

import io.github.dnscli.common.key.TsigKey;

/// Which key the user wants to sign with.
public sealed interface KeyChoice {

    /// There is one.
    ///
    /// @param key the key
    record Chosen(TsigKey key) implements KeyChoice {}

    /// The user named none.
    record Absent() implements KeyChoice {}

    /// The user named one that cannot be used.
    ///
    /// @param problem why, for people; never the secret
    /// @param status what to tell the shell: [ExitStatus#USAGE] for a bad command line, [ExitStatus#UNKNOWN] for a bad
    ///     key file
    record Unusable(String problem, ExitStatus status) implements KeyChoice {}
}
