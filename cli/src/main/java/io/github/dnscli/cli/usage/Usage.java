package io.github.dnscli.cli.usage;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.document.Summary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;

/// What can be said to a command.
///
/// @param name its name
/// @param purpose what it is for, in one line
/// @param options what may be said, those that every command has included
/// @param parameters what is said by place, in order
/// @param subcommands the commands within it, by name
public record Usage(
        String name,
        String purpose,
        List<Option> options,
        List<Parameter> parameters,
        SequencedMap<String, Usage> subcommands) {

    /// Copies the collections.
    public Usage {
        options = List.copyOf(options);
        parameters = List.copyOf(parameters);
        subcommands = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(subcommands));
    }

    /// {@return what can be said to a command}
    public static Usage of(Command command) {
        return of(Launcher.model(command).getCommandSpec());
    }

    private static Usage of(CommandSpec spec) {
        var below = new LinkedHashMap<String, Usage>();
        spec.subcommands().forEach((name, line) -> below.put(name, of(line.getCommandSpec())));
        return new Usage(
                spec.name(),
                Summary.of(spec),
                spec.options().stream().filter(option -> !option.hidden()).map(Option::of).toList(),
                spec.positionalParameters().stream()
                        .filter(one -> !one.hidden())
                        .map(Parameter::of)
                        .toList(),
                below);
    }

    /// {@return the option that a word means: its name, or the beginning of one name only}
    public Optional<Option> option(String word) {
        var exact = options.stream().filter(one -> one.names().contains(word)).findFirst();
        if (exact.isPresent() || !word.startsWith("--")) {
            return exact;
        }
        var begun =
                options.stream()
                        .filter(one -> one.names().stream().anyMatch(it -> it.startsWith(word)))
                        .toList();
        return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
    }
}
