package io.github.dnscli.cli.usage;

import io.github.dnscli.cli.StandardOptions;
import io.github.dnscli.cli.document.Summary;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/// An option of a command.
///
/// @param names how it is written, each with its hyphens
/// @param flag whether it takes no value
/// @param repeatable whether it may be given several times
/// @param standard whether every command has it
/// @param value what it takes
/// @param summary what it is for, in one line
public record Option(
        List<String> names,
        boolean flag,
        boolean repeatable,
        boolean standard,
        Value value,
        String summary) {

    /// Copies the names.
    public Option {
        names = List.copyOf(names);
    }

    static Option of(OptionSpec spec) {
        return new Option(
                List.of(spec.names()),
                spec.arity().max() == 0,
                spec.isMultiValue(),
                StandardOptions.contains(spec),
                Value.of(spec),
                Summary.of(spec));
    }

    /// {@return its first long name}
    public String name() {
        return names.stream()
                .filter(name -> name.startsWith("--"))
                .findFirst()
                .orElse(names.getFirst());
    }
}
