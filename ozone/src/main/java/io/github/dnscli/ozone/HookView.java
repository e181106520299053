package io.github.dnscli.ozone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;

/// Says what became of a hook.
///
/// @param console where
record HookView(Console console) {

    ExitStatus show(HookOutcome outcome) {
        return switch (outcome) {
            case HookOutcome.Written(var hook) -> {
                console.confirm("hook installed: '" + hook + "'");
                yield ExitStatus.YES;
            }
            case HookOutcome.There(var hook) -> {
                console.confirm("hook is installed already: '" + hook + "'");
                yield ExitStatus.YES;
            }
            case HookOutcome.Foreign(var hook) -> {
                console.error("there is another hook already, which stays: '" + hook + "'");
                console.hint("add this line to it: " + HookInstaller.LINE);
                yield ExitStatus.NO;
            }
        };
    }
}
