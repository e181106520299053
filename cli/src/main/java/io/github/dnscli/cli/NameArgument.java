package io.github.dnscli.cli;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/// Arguments whose value is a domain name, with or without a final dot.
public final class NameArgument {

    private NameArgument() {}

    /// {@return the beginning of an option that takes a domain name}
    public static OptionSpec.Builder option(String... names) {
        return OptionSpec.builder(names)
                .arity("1")
                .type(DomainName.class)
                .converters(NameArgument::parse);
    }

    /// {@return the beginning of a positional parameter that takes a domain name}
    ///
    /// @param index its place, counted from 0
    public static PositionalParamSpec.Builder positional(int index) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("1")
                .required(true)
                .type(DomainName.class)
                .converters(NameArgument::parse);
    }

    /// {@return the name that a text means}
    ///
    /// @throws TypeConversionException if it means none
    public static DomainName parse(String text) {
        return switch (DomainName.parse(text, DomainName.ROOT)) {
            case ParsedName.Valid(var name) -> name;
            case ParsedName.Invalid(var problem, _) ->
                    throw new TypeConversionException("it is no domain name: " + problem);
        };
    }
}
