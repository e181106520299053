package io.github.dnscli.osh;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import io.github.dnscli.osh.zone.Answers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `osh`: the shell.
public final class OshCommand implements Command {

    static final String LINE = "-c";
    static final String KEEP_GOING = "--keep-going";

    /// Makes the command.
    public OshCommand() {}

    /// Runs the shell. Hooks give the terminal back as it was, so the process ends as others do.
    public static void main(String... arguments) {
        System.exit(Launcher.run(new OshCommand(), arguments));
    }

    @Override
    public List<Command> subcommands() {
        return Commands.own(Answers.AT_TERMINAL);
    }

    /// The shell asks for names while somebody types; each command shows by itself what it waits for.
    @Override
    public boolean isServer() {
        return true;
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("osh");
        spec.usageMessage().description("Work on zones and servers in a shell.");
        spec.addOption(
                Options.repeated(LINE, "LINE", String.class, text -> text)
                        .description("Run this line instead of a script (can be repeated).")
                        .build());
        spec.addOption(
                Options.flag(KEEP_GOING)
                        .description("Run the lines of a script after one that failed, too.")
                        .build());
        spec.addPositional(
                PositionalParamSpec.builder()
                        .index("0")
                        .arity("0..1")
                        .paramLabel("FILE")
                        .type(String.class)
                        .description(
                                "A script: a line for each command (default: standard input, or lines that are typed if"
                                        + " that is a terminal).")
                        .build());
        return spec;
    }

    @Override
    public Manual manual() {
        return OshManual.PAGE;
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var start = new Start(world, console, parsed.hasMatchedOption(KEEP_GOING));
        if (parsed.hasMatchedOption(LINE)) {
            List<String> lines = parsed.matchedOptionValue(LINE, List.of());
            return status(start.lines(lines));
        }
        if (parsed.hasMatchedPositional(0)) {
            return status(start.file(parsed.matchedPositionalValue(0, "")));
        }
        return status(start.input());
    }

    /// A command that was interrupted has found nothing out.
    private static ExitStatus status(int code) {
        return Arrays.stream(ExitStatus.values())
                .filter(status -> status.code() == code)
                .findFirst()
                .orElse(ExitStatus.UNKNOWN);
    }
}
