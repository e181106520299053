package io.github.dnscli.cli;

/// How much a command says on standard error. Each level includes those before it.
public enum Verbosity {
    /// Errors only, and no confirmations on standard output.
    QUIET,
    /// Errors, and confirmations on standard output.
    ERROR,
    /// Warnings and hints too: the default.
    WARNING,
    /// What is being done.
    INFO,
    /// All that is known about it.
    DEBUG;

    /// {@return whether something of a level is said}
    boolean includes(Verbosity level) {
        return compareTo(level) >= 0;
    }
}
