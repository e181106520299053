package io.github.dnscli.cli.document;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The completion of a command in bash: what each of its commands takes, and a walk along the line.
///
/// That of picocli knows no values behind `=` or `@`, offers files where there can be none, and counts arguments by the
/// text of options.
public final class BashCompletion {

    private final StringBuilder text = new StringBuilder();
    private final String name;

    private BashCompletion(String name) {
        this.name = name.replace('-', '_');
    }

    /// {@return the script, for a file named like the command}
    public static String of(Command command) {
        var model = Model.of(Launcher.model(command));
        var writer = new BashCompletion(model.name());
        writer.write(model, command.takesArgumentFiles());
        return writer.text.toString();
    }

    private void write(Model model, boolean argumentFiles) {
        line("# bash completion of " + model.name());
        line("# Generated from the command itself: change it there.");
        line("");
        line("__dnscli_" + name + "() {");
        line("    commands='' arguments=()" + (argumentFiles ? " argument_files=yes" : ""));
        line("    case $1 in");
        command(model, "");
        line("    esac");
        line("}");
        line("");
        line("_" + name + "() {");
        line("    __dnscli_complete __dnscli_" + name + " \"$2\"");
        line("}");
        line("");
        line("complete -o default -F _" + name + " " + model.name());
        text.append(walk());
    }

    private void command(Model model, String path) {
        line("        '" + path + "')");
        line("            options=(");
        model.options().forEach(option -> line("                " + option(option)));
        line("            )");
        if (!model.subcommands().isEmpty()) {
            line("            commands='" + String.join(" ", model.subcommands().keySet()) + "'");
        }
        if (!model.positionals().isEmpty()) {
            line("            arguments=(" + positionals(model.positionals()) + ")");
        }
        line("            ;;");
        String above = path.isEmpty() ? "" : path + " ";
        model.subcommands().forEach((word, below) -> command(below, above + word));
    }

    private static String option(OptionSpec option) {
        String names = repeated(option) + String.join(",", option.names());
        return quoted(Model.isFlag(option) ? names : names + " " + kind(option));
    }

    private static String positionals(Collection<PositionalParamSpec> positionals) {
        return positionals.stream()
                .map(one -> quoted(repeated(one) + kind(one)))
                .collect(Collectors.joining(" "));
    }

    private static String repeated(ArgSpec argument) {
        return Model.isRepeatable(argument) ? "*" : "";
    }

    private static String kind(ArgSpec argument) {
        return switch (Completes.of(argument)) {
            case Completes.Words(var words) ->
                    Stream.concat(Stream.of("words"), words.stream())
                            .collect(Collectors.joining(" "));
            case Completes.Files() -> "files";
            case Completes.Folders() -> "folders";
            case Completes.Hosts() -> "hosts";
            case Completes.Keys() -> "key";
            case Completes.Nothing() -> "nothing";
        };
    }

    private static String quoted(String plain) {
        return "'" + plain.replace("'", "'\\''") + "'";
    }

    private static String walk() {
        try (var script = BashCompletion.class.getResourceAsStream("completion.bash")) {
            if (script == null) {
                throw new IllegalStateException("the build left no completion.bash");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
