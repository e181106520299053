package io.github.dnscli.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One run of a command with its output kept instead of shown: for tests and for programs that embed commands.
///
/// @param status what it told the shell
/// @param output what it printed on standard output
/// @param errors what it printed on standard error
public record CommandRun(ExitStatus status, String output, String errors) {

    /// {@return what came of running a command, neither stream being a terminal}
    public static CommandRun of(Command command, World world, String... arguments) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var console = Console.of(command.spec().name(), output, errors, Terminals.NONE);
        var status = Launcher.launch(command, List.of(arguments), world, console);
        return new CommandRun(
                status,
                output.toString(StandardCharsets.UTF_8),
                errors.toString(StandardCharsets.UTF_8));
    }

    /// {@return all of it as golden tests keep it: output, errors, and `[exit status: N]`}
    @Override
    public String toString() {
        return output + errors + "[exit status: " + status.code() + "]";
    }
}
