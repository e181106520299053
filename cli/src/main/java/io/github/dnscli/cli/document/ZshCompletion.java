package io.github.dnscli.cli.document;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Launcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The completion of a command in zsh: a function for it and for each of its subcommands, around `_arguments`.
public final class ZshCompletion {

    /// `@FILE` and `env:VARIABLE`.
    private static final String KEYS =
            """

            __dnscli_keys() {
              if compset -P @; then
                _files
              elif compset -P env:; then
                _parameters -g '*export*'
              else
                compadd "$@" -S '' - @ env:
              fi
            }
            """;

    private static final String ARGUMENT_FILES =
            """

            __dnscli_argument_files() {
              compset -P @ && _files
            }
            """;

    private final StringBuilder text = new StringBuilder();
    private final boolean argumentFiles;

    private ZshCompletion(boolean argumentFiles) {
        this.argumentFiles = argumentFiles;
    }

    /// {@return the script, for a file named like the command with `_` in front}
    public static String of(Command command) {
        var model = Model.of(Launcher.model(command));
        var writer = new ZshCompletion(command.takesArgumentFiles());
        writer.line("#compdef " + model.name());
        writer.line("# Generated from the command itself: change it there.");
        writer.text.append(KEYS);
        if (writer.argumentFiles) {
            writer.text.append(ARGUMENT_FILES);
        }
        writer.function(model);
        writer.line("");
        writer.line(function(model.fullName()) + " \"$@\"");
        return writer.text.toString();
    }

    private void function(Model model) {
        model.subcommands().values().forEach(this::function);
        if (takesMore(model)) {
            first(model);
        }
        line("");
        line(function(model.fullName()) + "() {");
        if (model.subcommands().isEmpty()) {
            line("  _arguments -s -S : \\");
            arguments(model);
        } else {
            dispatcher(model);
        }
        line("}");
    }

    private void arguments(Model model) {
        var lines = new ArrayList<String>();
        model.options().forEach(option -> lines.add(option(option)));
        model.positionals().forEach(one -> lines.add(positional(one)));
        if (argumentFiles && model.positionals().stream().noneMatch(Model::isRepeatable)) {
            lines.add("'*:argument file:__dnscli_argument_files'");
        }
        line(lines.stream().map(each -> "    " + each).collect(Collectors.joining(" \\\n")));
    }

    private void dispatcher(Model model) {
        if (argumentFiles) {
            line("  (( CURRENT == 2 )) && __dnscli_argument_files && return");
        }
        line("  local line state");
        line("  _arguments -s -S -C : \\");
        model.options().forEach(option -> line("    " + option(option) + " \\"));
        line(
                "    '1:"
                        + (takesMore(model) ? " :" + first(model.fullName()) : commands(model))
                        + "' \\");
        line("    '*::arguments:->rest'");
        line("  case $line[1] in");
        model.subcommands()
                .forEach(
                        (name, below) ->
                                line("    " + name + ") " + function(below.fullName()) + " ;;"));
        line("  esac");
    }

    /// {@return whether the first word may be something else than a command}
    private static boolean takesMore(Model model) {
        return !model.subcommands().isEmpty() && !model.positionals().isEmpty();
    }

    /// What the first word may be.
    private void first(Model model) {
        line("");
        line(first(model.fullName()) + "() {");
        line("  _alternative \\");
        line("    'commands:" + commands(model) + "' \\");
        line("    'arguments" + value(model.positionals().getFirst()) + "'");
        line("}");
    }

    private static String first(String fullName) {
        return function(fullName) + "_first";
    }

    private static String commands(Model model) {
        return model.subcommands().entrySet().stream()
                .map(
                        each ->
                                each.getKey()
                                        + "\\:\""
                                        + quote(each.getValue().purposeInLine())
                                        + "\"")
                .collect(Collectors.joining(" ", "command:((", "))"));
    }

    private static String function(String fullName) {
        return "_" + fullName.replace(' ', '_');
    }

    private static String option(OptionSpec option) {
        var names = List.of(option.names());
        String value = Model.isFlag(option) ? "" : value(option);
        boolean repeatable = Model.isRepeatable(option);
        String exclusion = repeatable ? "*" : "(" + String.join(" ", names) + ")";
        String description = "[" + quote(Model.summary(option)).replace("]", "\\]") + "]" + value;
        return names.size() == 1
                ? "'" + exclusion + signed(names.getFirst(), option) + description + "'"
                : "'" + exclusion + "'{" + signed(names, option) + "}'" + description + "'";
    }

    private static String signed(List<String> names, OptionSpec option) {
        return names.stream().map(name -> signed(name, option)).collect(Collectors.joining(","));
    }

    /// Long options take their value behind `=` or as the next word, short ones directly or as the next word.
    private static String signed(String name, OptionSpec option) {
        if (Model.isFlag(option)) {
            return name;
        }
        return name + (name.startsWith("--") ? "=" : "+");
    }

    private static String positional(PositionalParamSpec one) {
        boolean many = Model.isRepeatable(one);
        String place = many ? "*" : Integer.toString(one.index().min() + 1);
        return "'" + place + (one.required() || many ? "" : ":") + value(one) + "'";
    }

    private static String value(ArgSpec argument) {
        return ":" + quote(argument.paramLabel()) + ":" + action(argument);
    }

    private static String action(ArgSpec argument) {
        return switch (Completes.of(argument)) {
            case Completes.Words(var words) -> "(" + String.join(" ", words) + ")";
            case Completes.Files() -> "_files";
            case Completes.Folders() -> "_files -/";
            case Completes.Hosts() -> "_hosts";
            case Completes.Keys() -> "__dnscli_keys";
            case Completes.Nothing() -> " ";
        };
    }

    /// Everything stands between single quotes, where the colon separates.
    private static String quote(String plain) {
        return plain.replace("'", "'\\''").replace(":", "\\:").replace("[", "\\[");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
