package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Severity;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/// `--severity ID=error|warning|note|off`.
final class SeverityOption {

    /// How much a check matters to the user.
    record Choice(Check check, Severity severity) {}

    private SeverityOption() {}

    static OptionSpec option(String name) {
        return OptionSpec.builder(name)
                .arity("1")
                .paramLabel("ID=SEVERITY")
                .type(Choice[].class)
                .converters(SeverityOption::parse)
                .description(
                        "How much findings of a check matter: error, warning, note, or off (can be repeated).")
                .build();
    }

    private static Choice parse(String text) {
        int sign = text.indexOf('=');
        if (sign < 0) {
            throw new TypeConversionException(
                    "'occluded=error' would be: ID=error, warning, note or off");
        }
        return new Choice(check(text.substring(0, sign)), severity(text.substring(sign + 1)));
    }

    /// {@return the check of an id}
    ///
    /// @throws TypeConversionException if there is none
    private static Check check(String id) {
        return KnownChecks.find(id)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "there is no check '"
                                                + id
                                                + "'"
                                                + KnownChecks.closest(id)
                                                        .map(close -> "; is '" + close + "' meant?")
                                                        .orElse("; see '--list-checks'")));
    }

    private static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "a severity is 'error', 'warning', 'note' or 'off'"));
    }
}
