package io.github.dnscli.cli.document;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Launcher;
import picocli.AutoComplete;

/// The completion of a command in bash, as picocli writes it.
public final class BashCompletion {

    private BashCompletion() {}

    /// {@return the script, for a file named like the command}
    public static String of(Command command) {
        var model = Launcher.model(command);
        return AutoComplete.bash(model.getCommandName(), model);
    }
}
