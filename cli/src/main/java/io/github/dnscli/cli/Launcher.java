package io.github.dnscli.cli;

import io.github.dnscli.common.finding.IoTrouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The way into every command: understands the command line, runs the command, and turns whatever happens into one
/// clear message and an exit status.
public final class Launcher {

    private final Command command;
    private final World world;
    private final Console console;

    private Launcher(Command command, World world, Console console) {
        this.command = command;
        this.world = world;
        this.console = console;
    }

    /// Runs a command and ends the process: all that the `main` method of a short-lived command does.
    ///
    /// It halts where `System.exit` would ask the JDK's logging first, which takes a tenth of a short run. So shutdown
    /// hooks do not run; a command that has some calls [#run] and exits.
    public static void main(Command command, String... arguments) {
        Runtime.getRuntime().halt(run(command, arguments));
    }

    /// {@return the number with which the process ends}
    public static int run(Command command, String... arguments) {
        var words = List.of(arguments);
        var model = model(command, words);
        var console = Console.real(model.getCommandName());
        return new Launcher(command, World.real(), console).launch(model, words).code();
    }

    /// {@return what to tell the shell after running a command}
    public static ExitStatus launch(
            Command command, List<String> arguments, World world, Console console) {
        return new Launcher(command, world, console).launch(model(command, arguments), arguments);
    }

    /// {@return as much of a command's model as a command line needs}
    private static CommandLine model(Command command, List<String> words) {
        return words.stream().anyMatch(Launcher::looksLikeOption)
                ? model(command)
                : command.specWithoutOptions()
                        .map(CommandLine::new)
                        .orElseGet(() -> model(command));
    }

    /// A file may hold options, too.
    private static boolean looksLikeOption(String word) {
        return word.startsWith("-") || word.startsWith("@");
    }

    /// {@return a command's model together with the standard options}
    public static CommandLine model(Command command) {
        CommandSpec spec = complete(command);
        StandardOptions.addTo(spec);
        var model = new CommandLine(spec);
        model.setExpandAtFiles(false);
        model.setAbbreviatedOptionsAllowed(true);
        // "osh -c ls" is a line for the shell, and not its command.
        model.setAllowSubcommandsAsOptionParameters(true);
        model.setCaseInsensitiveEnumValuesAllowed(true);
        forAll(model);
        return model;
    }

    private static CommandSpec complete(Command command) {
        var spec = command.spec();
        for (var subcommand : command.subcommands()) {
            var within = complete(subcommand);
            spec.addSubcommand(within.name(), within);
        }
        return spec;
    }

    private static void forAll(CommandLine model) {
        model.getCommandSpec()
                .usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(100);
        model.getSubcommands().values().forEach(Launcher::forAll);
    }

    private ExitStatus launch(CommandLine model, List<String> arguments) {
        try {
            var words = expanded(model, arguments);
            if (words.contains("")) {
                // Most often a variable of a script that is not set. picocli stumbles over it, too.
                throw new ParameterException(model, "a word of the command line is empty: ''");
            }
            // picocli 4.7.7 stumbles over '-', standard input, when it looks for abbreviated
            // options.
            model.setAbbreviatedOptionsAllowed(!words.contains("-"));
            var parsed = model.parseArgs(plainHelp(words));
            return speakingBy(StandardOptions.apply(parsed, console, world)).dispatch(parsed);
        } catch (ParameterException e) {
            return refuse(e);
        } catch (OutputLost e) {
            return lost(e);
        } catch (IOException unreadable) {
            return stopped(unreadable);
        }
    }

    private Launcher speakingBy(Console wanted) {
        return new Launcher(
                command,
                command.isServer()
                        ? world
                        : world.withTransport(wanted.progress().over(world.transport())),
                wanted);
    }

    private List<String> expanded(CommandLine model, List<String> arguments) throws IOException {
        return command.takesArgumentFiles()
                ? new ArgumentFiles(model, world).expand(arguments)
                : arguments;
    }

    /// The original takes `--help=plain` and the like; here help is always plain.
    private static String[] plainHelp(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.startsWith("--help=") ? "--help" : argument)
                .toArray(String[]::new);
    }

    private ExitStatus dispatch(ParseResult parsed) {
        if (StandardOptions.isGiven(parsed, "--help")) {
            console.print(help(parsed));
            return ExitStatus.YES;
        }
        if (StandardOptions.isGiven(parsed, "--version")) {
            console.answer(console.tool() + " " + Version.withCommit());
            return ExitStatus.YES;
        }
        return guarded(parsed);
    }

    private String help(ParseResult parsed) {
        var innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        var ansi = console.isColored() ? Ansi.ON : Ansi.OFF;
        return innermost.commandSpec().commandLine().getUsageMessage(ansi);
    }

    private ExitStatus guarded(ParseResult parsed) {
        try {
            return run(command, parsed);
        } catch (IOException e) {
            return stopped(e);
        } catch (ParameterException | OutputLost e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return bug(parsed, e);
        }
    }

    private ExitStatus run(Command one, ParseResult itsPart) throws IOException {
        if (itsPart.hasSubcommand()) {
            String name = itsPart.subcommand().commandSpec().name();
            for (var within : one.subcommands()) {
                if (within.spec().name().equals(name)) {
                    return run(within, itsPart.subcommand());
                }
            }
        }
        return one.run(itsPart, world, console);
    }

    private ExitStatus stopped(IOException trouble) {
        console.error(IoTrouble.describe(trouble));
        return ExitStatus.UNKNOWN;
    }

    private ExitStatus bug(ParseResult parsed, Throwable failure) {
        console.error("a bug in " + console.tool() + ": " + failure);
        if (StandardOptions.isGiven(parsed, "--debug")) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(console::error);
        } else {
            console.hint("please report it, with what '--debug' shows");
        }
        return ExitStatus.BUG;
    }

    private ExitStatus refuse(ParameterException problem) {
        var usage = UsageProblem.of(problem);
        console.error(usage.message());
        usage.hint().ifPresent(console::hint);
        console.hint(
                "try '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
        return ExitStatus.USAGE;
    }

    private ExitStatus lost(OutputLost e) {
        if (!e.isBrokenPipe()) {
            console.error("cannot write to standard output: " + e.reason());
        }
        return ExitStatus.UNKNOWN;
    }
}
