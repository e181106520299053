package io.github.dnscli.ocertify;

import io.github.dnscli.cli.ExitStatus;

/// What came of putting the request into the DNS.
sealed interface Upload {

    /// It stands everywhere.
    record Done() implements Upload {}

    /// Somebody changed a place between our look and our update.
    record Overtaken() implements Upload {}

    /// It does not stand everywhere, or nobody knows.
    ///
    /// @param problem why
    /// @param status what to tell the shell
    record Failed(String problem, ExitStatus status) implements Upload {}
}
