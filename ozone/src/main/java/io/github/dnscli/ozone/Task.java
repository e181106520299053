package io.github.dnscli.ozone;

/// What the command is asked to do.
sealed interface Task {

    /// Check files.
    record CheckFiles() implements Task {}

    /// Say which checks there are.
    record ListChecks() implements Task {}

    /// Say what one of them is about.
    ///
    /// @param id the id of the check, as the user wrote it
    record Explain(String id) implements Task {}

    /// Have git check what is staged before each commit.
    record InstallHook() implements Task {}
}
