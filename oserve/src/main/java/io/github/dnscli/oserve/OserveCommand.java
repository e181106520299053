package io.github.dnscli.oserve;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.certifier.CertifierCommand;
import io.github.dnscli.oserve.check.CheckCommand;
import io.github.dnscli.oserve.demo.DemoCommand;
import io.github.dnscli.oserve.primary.PrimaryCommand;
import io.github.dnscli.oserve.secondary.SecondaryCommand;
import io.github.dnscli.oserve.status.StatusCommand;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `oserve`: the servers of the house in one program.
public final class OserveCommand implements Command {

    /// Makes the command.
    public OserveCommand() {}

    /// Runs the program.
    public static void main(String... arguments) {
        System.exit(Launcher.run(new OserveCommand(), arguments));
    }

    @Override
    public List<Command> subcommands() {
        return List.of(
                new PrimaryCommand(),
                new SecondaryCommand(),
                new StatusCommand(),
                new CheckCommand(),
                new CertifierCommand(),
                new DemoCommand());
    }

    @Override
    public boolean isServer() {
        return true;
    }

    @Override
    public boolean takesArgumentFiles() {
        return true;
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("oserve");
        spec.usageMessage().description("Serve DNS zones.");
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "One program for everything that runs for long. Its first argument says what it shall be;"
                                + " 'oserve COMMAND --help' tells more of each.",
                        "It logs to standard error and runs until it is told to stop by SIGTERM or SIGINT.",
                        "@FILE on the command line stands for the words in FILE: options as they would be typed, on as"
                                + " many lines as one likes. Quotes of either kind hold a word together, and '#' begins"
                                + " a comment. As the value of an option, @FILE is left alone.")
                .example(
                        "Do what a file says, such as: --remote git@git.example.com:zones.git --grant 'test update"
                                + " _acme-challenge.* types TXT'",
                        "oserve primary @/etc/oserve/primary.options")
                .seeAlso("dns-cli(7)", "ozone(1)", "onotify(1)", "oupdate(1)");
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
