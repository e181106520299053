package io.github.dnscli.osh.builtin;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import io.github.dnscli.cli.document.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `help`: what there is, or all about one command.
public final class HelpCommand implements Command {

    private final Supplier<List<Command>> commands;

    /// Makes the command.
    ///
    /// @param commands all commands, in the order in which to show them
    public HelpCommand(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("help");
        spec.usageMessage().description("Show what there is, or tell all about a command.");
        spec.addPositional(
                PositionalParamSpec.builder()
                        .arity("0..*")
                        .paramLabel("COMMAND")
                        .type(String[].class)
                        .description("The command, and one within it.")
                        .build());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of("Without a command it lists them all.");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) {
        String[] words = parsed.matchedPositionalValue(0, new String[0]);
        return words.length == 0 ? list(console) : about(List.of(words), world, console);
    }

    private ExitStatus list(Console console) {
        for (var command : commands.get()) {
            var spec = command.spec();
            console.answer("%-12s %s".formatted(spec.name(), Summary.of(spec)));
        }
        console.answer(
                """

                A name without a final dot gets the zone in use behind it, unless it ends in the zone's name.
                '@' is the zone itself. 'help COMMAND' tells more, Tab completes, Ctrl-C ends a command.""");
        return ExitStatus.YES;
    }

    private ExitStatus about(List<String> words, World world, Console console) {
        var found = find(words.getFirst());
        if (found.isEmpty()) {
            return console.usageError("there is no command '" + words.getFirst() + "'");
        }
        var line = new ArrayList<>(words.subList(1, words.size()));
        line.add("--help");
        return Launcher.launch(found.get(), line, world, console);
    }

    private Optional<Command> find(String name) {
        return commands.get().stream()
                .filter(command -> command.spec().name().equals(name))
                .findFirst();
    }
}
