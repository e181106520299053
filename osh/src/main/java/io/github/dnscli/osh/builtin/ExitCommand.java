package io.github.dnscli.osh.builtin;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import io.github.dnscli.osh.context.Session;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `exit`: leaves the shell.
public final class ExitCommand implements Command {

    private final String name;
    private final Session session;

    /// Makes the command of a session.
    ///
    /// @param name what it is called: it has two names
    public ExitCommand(String name, Session session) {
        this.name = name;
        this.session = session;
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name(name);
        spec.usageMessage().description("Leave the shell, as Ctrl-D does.");
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of("In a script, the lines after it are not run.");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) {
        session.end();
        return ExitStatus.YES;
    }
}
