package io.github.dnscli.osh.builtin;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `history`: the lines that were typed.
public final class HistoryCommand implements Command {

    private final Supplier<List<String>> lines;

    /// Makes the command.
    ///
    /// @param lines the lines, the oldest first
    public HistoryCommand(Supplier<List<String>> lines) {
        this.lines = lines;
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("history");
        spec.usageMessage().description("Show the lines that were typed.");
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "Secrets are taken out of lines before they are kept. Lines that begin with a blank are not kept.");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) {
        int number = 1;
        for (String line : lines.get()) {
            console.answer("%5s  %s".formatted(number++, line));
        }
        return ExitStatus.YES;
    }
}
