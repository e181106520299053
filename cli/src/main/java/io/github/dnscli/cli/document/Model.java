package io.github.dnscli.cli.document;

import io.github.dnscli.cli.StandardOptions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A command's model as the writers of this package see it.
///
/// @param spec the model
record Model(CommandSpec spec) {

    static Model of(CommandLine line) {
        return new Model(line.getCommandSpec());
    }

    String name() {
        return spec.name();
    }

    /// {@return the name with those of the commands above it, as it is typed: `oserve primary`}
    String fullName() {
        return spec.qualifiedName();
    }

    /// {@return what the command is for: the first paragraph of its description}
    String purpose() {
        return CommandLineText.plain(spec.usageMessage().description())
                .lines()
                .findFirst()
                .orElse("");
    }

    /// {@return the purpose as the end of a line: without capital and full stop}
    String purposeInLine() {
        String text = purpose();
        return text.substring(0, 1).toLowerCase(Locale.ROOT)
                + text.substring(1).replaceFirst("\\.$", "");
    }

    List<OptionSpec> options() {
        return spec.options().stream().filter(option -> !option.hidden()).toList();
    }

    List<OptionSpec> ownOptions() {
        return options().stream().filter(option -> !StandardOptions.contains(option)).toList();
    }

    List<OptionSpec> standardOptions() {
        return options().stream().filter(StandardOptions::contains).toList();
    }

    List<PositionalParamSpec> positionals() {
        return spec.positionalParameters().stream().filter(one -> !one.hidden()).toList();
    }

    /// {@return the commands right below this one, by name}
    SequencedMap<String, Model> subcommands() {
        var below = new TreeMap<String, Model>();
        spec.subcommands().forEach((name, line) -> below.put(name, of(line)));
        return below;
    }

    /// {@return one of the commands right below}
    Model subcommand(String name) {
        return of(Objects.requireNonNull(spec.subcommands().get(name), name));
    }

    static String description(ArgSpec argument) {
        return CommandLineText.plain(argument.description());
    }

    /// {@return the description as a menu shows it, without the full stop}
    static String summary(ArgSpec argument) {
        return description(argument).replaceFirst("\\.$", "");
    }

    static boolean isFlag(OptionSpec option) {
        return option.arity().max() == 0;
    }

    static boolean isRepeatable(ArgSpec argument) {
        return argument.isMultiValue();
    }
}
