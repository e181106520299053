package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.Check;

/// What the command is asked to do.
sealed interface Task {

    /// Check files.
    record CheckFiles() implements Task {}

    /// Say which checks there are.
    record ListChecks() implements Task {}

    /// Say what one of them is about.
    record Explain(Check check) implements Task {}

    /// Have git check what is staged before each commit.
    record InstallHook() implements Task {}
}
