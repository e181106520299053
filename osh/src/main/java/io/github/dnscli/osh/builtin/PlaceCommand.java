package io.github.dnscli.osh.builtin;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `pwd`: tells the folder.
public final class PlaceCommand implements Command {

    /// Makes the command.
    public PlaceCommand() {}

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("pwd");
        spec.usageMessage().description("Tell the folder that names of files are relative to.");
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of("It is where the shell was started, unless 'cd' went elsewhere.");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) {
        console.answer(world.directory().toAbsolutePath().normalize().toString());
        return ExitStatus.YES;
    }
}
