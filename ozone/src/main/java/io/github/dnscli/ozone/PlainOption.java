package io.github.dnscli.ozone;

import picocli.CommandLine.Model.OptionSpec;

/// Options that want nothing special.
final class PlainOption {

    private PlainOption() {}

    /// {@return an option that is there or not}
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .arity("0")
                .type(boolean.class)
                .description(description)
                .build();
    }

    /// {@return an option with a text}
    static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .arity("1")
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }
}
