package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `zone`: all that can be done with the whole of a zone at its server.
///
/// @param answers the user, who is asked before something is changed
public record ZoneCommand(Answers answers) implements Command {

    /// Makes the command for whoever sits at the terminal.
    public ZoneCommand() {
        this(Answers.AT_TERMINAL);
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("zone");
        spec.usageMessage().description("Show, check, edit and change a zone at its server.");
        return spec;
    }

    @Override
    public List<Command> subcommands() {
        return List.of(
                new ShowCommand(),
                new SaveCommand(),
                new CheckCommand(),
                new DiffCommand(),
                new EditCommand(answers),
                new ApplyCommand(answers));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "The zone is fetched by a transfer (AXFR) and changed by UPDATE messages, both signed if there"
                                + " is a key. Every change says what must still be as it was fetched, so that"
                                + " nothing is overwritten that somebody else has changed meanwhile. The serial is"
                                + " the server's to move.")
                .example("Show a part of the zone.", "zone show www.example.com")
                .example("Edit the zone and apply what changes.", "zone edit")
                .example("Make the zone what a file says.", "zone apply --yes example.com.zone")
                .variable("VISUAL", "The editor; else EDITOR, vi or nano.")
                .seeAlso("ozone(1)", "oupdate(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) {
        String known =
                subcommands().stream()
                        .map(within -> "'" + within.spec().name() + "'")
                        .collect(Collectors.joining(", "));
        return console.usageError("a command is missing: " + known);
    }
}
