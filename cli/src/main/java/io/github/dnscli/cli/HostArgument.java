package io.github.dnscli.cli;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/// Arguments whose value is the name of a host, with or without a final dot.
public final class HostArgument {

    private HostArgument() {}

    /// {@return the beginning of a positional parameter that takes a host}
    ///
    /// @param index its place, counted from 0
    public static PositionalParamSpec.Builder positional(int index) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("1")
                .required(true)
                .paramLabel("HOST")
                .type(DomainName.class)
                .converters(HostArgument::host);
    }

    /// {@return the beginning of an option that takes a host, or a wildcard as `*.example.com`, and can be repeated}
    public static OptionSpec.Builder hostsOrWildcards(String... names) {
        return OptionSpec.builder(names)
                .arity("1")
                .paramLabel("HOST")
                .type(DomainName[].class)
                .converters(HostArgument::hostOrWildcard);
    }

    /// {@return the host that a text means}
    ///
    /// @throws TypeConversionException if it means none; the message does not repeat the text
    public static DomainName host(String text) {
        var name = parse(text);
        if (name.isWildcard()) {
            throw new TypeConversionException("a wildcard is no host");
        }
        return host(name);
    }

    private static DomainName hostOrWildcard(String text) {
        var name = parse(text);
        host(name.isWildcard() ? name.parent() : name);
        return name;
    }

    private static DomainName host(DomainName name) {
        if (name.isRoot() || !name.isHostName()) {
            throw new TypeConversionException(
                    "a host name has letters, digits and inner hyphens only");
        }
        return name;
    }

    private static DomainName parse(String text) {
        return switch (DomainName.parse(text, DomainName.ROOT)) {
            case ParsedName.Valid(var name) -> name;
            case ParsedName.Invalid(var problem, _) ->
                    throw new TypeConversionException("it is no host name: " + problem);
        };
    }
}
