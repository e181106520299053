package io.github.dnscli.ozone;

import java.nio.file.Path;

/// What became of a hook that was to be installed.
sealed interface HookOutcome {

    /// It is there now.
    ///
    /// @param hook the file
    record Written(Path hook) implements HookOutcome {}

    /// It was there already.
    ///
    /// @param hook the file
    record There(Path hook) implements HookOutcome {}

    /// Another hook is there.
    ///
    /// @param hook the file, untouched
    record Foreign(Path hook) implements HookOutcome {}
}
