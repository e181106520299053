package io.github.dnscli.osh.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The argument NAME: which part of a zone is meant, the whole if it is missing.
public final class SubtreeArgument {

    private SubtreeArgument() {}

    /// {@return the parameter}
    ///
    /// @param index its place, counted from 0
    public static PositionalParamSpec positional(int index) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("0..1")
                .paramLabel("NAME")
                .type(String.class)
                .converters(SubtreeArgument::checked)
                .description(
                        "This name and those below it, relative to the zone unless it ends in a dot or with the"
                                + " zone's name (default: the whole zone).")
                .build();
    }

    private static String checked(String text) {
        return switch (DomainName.parse(text, DomainName.ROOT)) {
            case ParsedName.Valid _ -> text;
            case ParsedName.Invalid(var problem, _) ->
                    throw new TypeConversionException("it is no domain name: " + problem);
        };
    }

    /// {@return the name that the command line says; the zone's own if it says none}
    public static ParsedName of(ServedZone zone, ParseResult parsed, int index) {
        return zone.resolve(parsed.matchedPositionalValue(index, "@"));
    }
}
