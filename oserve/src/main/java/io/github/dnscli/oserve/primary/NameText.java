package io.github.dnscli.oserve.primary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import picocli.CommandLine.TypeConversionException;

/// Domain names on the command line, absolute with or without the final dot.
final class NameText {

    private NameText() {}

    /// {@return the name that a text means}
    ///
    /// @throws TypeConversionException if it means none
    static DomainName parse(String text) {
        return switch (DomainName.parse(text, DomainName.ROOT)) {
            case ParsedName.Valid(var name) -> name;
            case ParsedName.Invalid(var problem, _) ->
                    throw new TypeConversionException("'" + text + "' is no name: " + problem);
        };
    }
}
