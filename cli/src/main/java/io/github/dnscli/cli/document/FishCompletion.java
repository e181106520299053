package io.github.dnscli.cli.document;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Launcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion of a command in fish: a line for each option and each subcommand.
public final class FishCompletion {

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
        model.standardOptions().forEach(option -> writer.line("", option(option)));
        writer.level(model, "");
        return writer.text.toString();
    }

    private void level(Model model, String condition) {
        model.positionals().stream()
                .map(FishCompletion::offer)
                .findFirst()
                .ifPresentOrElse(offer -> line(condition, offer), () -> line(condition, "-f"));
        model.ownOptions().forEach(option -> line(condition, option(option)));
        String above = condition;
        model.subcommands().forEach((name, below) -> subcommand(above, name, below, model));
    }

    private void subcommand(String above, String name, Model below, Model parent) {
        String none =
                "not __fish_seen_subcommand_from "
                        + String.join(" ", parent.subcommands().keySet());
        line(and(above, none), "-f -a " + name + description(below.purposeInLine()));
        level(below, and(above, "__fish_seen_subcommand_from " + name));
    }

    private static String and(String condition, String more) {
        return condition.isEmpty() ? more : condition + "; and " + more;
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
