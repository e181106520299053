package io.github.dnscli.oserve.keys;

import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.common.key.GrantText;
import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.ParsedGrant;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/// Grants on the command line: `KEY:OPERATION:ZONE`, or the words of a grant as [GrantText] reads them.
final class GrantOption {

    private GrantOption() {}

    /// {@return the grant that a text means}
    ///
    /// @throws TypeConversionException if it means none
    static KeyRights.Grant parse(String text) {
        if (text.strip().indexOf(' ') >= 0) {
            return switch (GrantText.parse(text)) {
                case ParsedGrant.Valid(var grant) -> grant;
                case ParsedGrant.Invalid(var problem, int column) ->
                        throw new TypeConversionException(problem + ", at character " + column);
            };
        }
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new TypeConversionException(
                    "'me.example.com:update:example.com' would be: KEY:OPERATION:ZONE");
        }
        return new KeyRights.Grant(
                NameArgument.parse(parts[0]), operation(parts[1]), NameArgument.parse(parts[2]));
    }

    private static KeyOperation operation(String text) {
        return Arrays.stream(KeyOperation.values())
                .filter(operation -> operation.word().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "the operation is 'update', 'transfer' or 'notify'"));
    }
}
