package io.github.dnscli.oserve.log;

import io.github.dnscli.cli.Priority;
import io.github.dnscli.cli.Verbosity;

/// How much an event matters.
public enum LogLevel {
    /// Something does not work, and somebody should mend it.
    ERROR(Priority.ERROR, Verbosity.QUIET, "error"),
    /// Something may be wrong.
    WARNING(Priority.WARNING, Verbosity.WARNING, "warning"),
    /// Something has happened that operators expect to read of.
    INFO(Priority.INFO, Verbosity.WARNING, "info"),
    /// For those who ask for more by `-v`.
    DETAIL(Priority.DEBUG, Verbosity.INFO, "debug");

    private final Priority priority;
    private final Verbosity verbosity;
    private final String word;

    LogLevel(Priority priority, Verbosity verbosity, String word) {
        this.priority = priority;
        this.verbosity = verbosity;
        this.word = word;
    }

    /// {@return how urgent it is}
    Priority priority() {
        return priority;
    }

    /// {@return from which verbosity on it is said}
    Verbosity verbosity() {
        return verbosity;
    }

    /// {@return what programs read}
    String word() {
        return word;
    }
}
