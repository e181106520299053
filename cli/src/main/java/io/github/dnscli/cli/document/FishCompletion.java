package io.github.dnscli.cli.document;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Launcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The completion of a command in fish: a line for each option and each subcommand.
public final class FishCompletion {

    /// `@FILE` and `env:VARIABLE`; a value may stand behind `=`.
    private static final String KEYS =
            """

            function __dnscli_files
                set -l token (string replace -r '^--[^=]*=' '' -- (commandline -ct))
                printf '@%s\\n' (__fish_complete_path (string sub -s 2 -- $token))
            end

            function __dnscli_keys
                switch (string replace -r '^--[^=]*=' '' -- (commandline -ct))
                    case '@*'
                        __dnscli_files
                    case 'env:*'
                        printf 'env:%s\\n' (set -nx)
                    case '*'
                        printf '%s\\n' @ env:
                end
            end

            # Whether so many arguments stand in front of the cursor; behind the number, the options that take a value.
            function __dnscli_at
                set -l count 0
                set -l before
                for word in (commandline -opc)[2..]
                    if not contains -- "$before" $argv[2..]; and not string match -q -- '-*' $word
                        set count (math $count + 1)
                    end
                    set before $word
                end
                test $count -eq $argv[1]
            end

            """;

    private static final String ARGUMENT_FILES =
            "-n 'string match -q -- \"@*\" (commandline -ct)' -f -a '(__dnscli_files)'";

    private final String command;
    private final StringBuilder text = new StringBuilder();

    private FishCompletion(String command) {
        this.command = command;
    }

    /// {@return the script, for a file named like the command with `.fish` behind}
    public static String of(Command command) {
        var model = Model.of(Launcher.model(command));
        var writer = new FishCompletion(model.name());
        writer.text.append("# Generated from the command itself: change it there.\n");
        writer.text.append(KEYS);
        if (command.takesArgumentFiles()) {
            writer.line("", ARGUMENT_FILES);
        }
        model.standardOptions().forEach(option -> writer.line("", option(option)));
        writer.level(model, "");
        return writer.text.toString();
    }

    private void level(Model model, String condition) {
        if (model.positionals().isEmpty()) {
            line(condition, "-f");
        }
        String here = model.subcommands().isEmpty() ? condition : and(condition, above(model));
        model.positionals().forEach(one -> line(and(here, place(one, model)), offer(one)));
        model.ownOptions().forEach(option -> line(here, option(option)));
        model.subcommands().forEach((name, below) -> subcommand(condition, name, below, here));
    }

    /// {@return the condition that none of the commands within one is there yet}
    private static String above(Model model) {
        return "not __fish_seen_subcommand_from " + String.join(" ", model.subcommands().keySet());
    }

    /// {@return the condition that an argument is the next}; none where there is only one
    private static String place(PositionalParamSpec one, Model model) {
        if (model.positionals().size() == 1) {
            return "";
        }
        int commands = model.fullName().split(" ").length - 1;
        return Stream.concat(
                        Stream.of("__dnscli_at", Integer.toString(commands + one.index().min())),
                        model.options().stream()
                                .filter(option -> !Model.isFlag(option))
                                .flatMap(option -> Stream.of(option.names())))
                .collect(Collectors.joining(" "));
    }

    private void subcommand(String condition, String name, Model below, String here) {
        line(here, "-f -a " + name + description(below.purposeInLine()));
        level(below, and(condition, "__fish_seen_subcommand_from " + name));
    }

    private static String and(String condition, String more) {
        boolean both = !condition.isEmpty() && !more.isEmpty();
        return condition + (both ? "; and " : "") + more;
    }

    private static String option(OptionSpec option) {
        String names =
                Stream.of(option.names())
                        .map(FishCompletion::name)
                        .collect(Collectors.joining(" "));
        String value = Model.isFlag(option) ? "" : " -r " + offer(option);
        return names + value + description(Model.summary(option));
    }

    private static String name(String name) {
        return name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1);
    }

    private static String offer(ArgSpec argument) {
        return switch (Completes.of(argument)) {
            case Completes.Words(var words) -> "-f -a '" + String.join(" ", words) + "'";
            case Completes.Files() -> "-F";
            case Completes.Folders() -> "-f -a '(__fish_complete_directories)'";
            case Completes.Hosts() -> "-f -a '(__fish_print_hostnames)'";
            case Completes.Keys() -> "-f -a '(__dnscli_keys)'";
            case Completes.Nothing() -> "-f";
        };
    }

    private static String description(String text) {
        return " -d '" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private void line(String condition, String rest) {
        String when = condition.isEmpty() ? "" : " -n '" + condition + "'";
        text.append("complete -c ")
                .append(command)
                .append(when)
                .append(' ')
                .append(rest)
                .append('\n');
    }
}
