package io.github.dnscli.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;

/// The beginnings of options of every kind.
public final class Options {

    private Options() {}

    /// {@return an option without a value}
    public static OptionSpec.Builder flag(String name) {
        return OptionSpec.builder(name).arity("0").type(boolean.class);
    }

    /// {@return an option whose value is a text}
    ///
    /// @param label what its value is called in help texts
    public static OptionSpec.Builder text(String name, String label) {
        return OptionSpec.builder(name).arity("1").paramLabel(label).type(String.class);
    }

    /// {@return an option whose value is the name of a file, to be resolved by [World#file(String)]}
    public static OptionSpec.Builder file(String name) {
        return text(name, "FILE");
    }

    /// {@return an option that may be given several times}
    ///
    /// @param label what its value is called in help texts
    /// @param type of each value
    public static <T> OptionSpec.Builder repeated(
            String name, String label, Class<T> type, ITypeConverter<T> converter) {
        return OptionSpec.builder(name)
                .arity("1")
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(type)
                .converters(converter);
    }
}
