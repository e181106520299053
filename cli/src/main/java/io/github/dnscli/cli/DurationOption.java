package io.github.dnscli.cli;

import java.time.Duration;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// Options whose value is a span of time, among them `--timeout`.
public final class DurationOption {

    private static final String TIMEOUT = "--timeout";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    private DurationOption() {}

    /// {@return the beginning of an option that takes a span of time}
    public static OptionSpec.Builder option(String... names) {
        return OptionSpec.builder(names)
                .arity("1")
                .paramLabel("DURATION")
                .type(Duration.class)
                .converters(DurationOption::convert);
    }

    private static Duration convert(String text) {
        return switch (DurationText.parse(text)) {
            case ParsedDuration.Valid(var duration) -> duration;
            case ParsedDuration.Invalid(var problem) -> throw new TypeConversionException(problem);
        };
    }

    /// {@return `--timeout DURATION`: how long to wait for a server}
    public static OptionSpec timeout() {
        return option(TIMEOUT)
                .description("How long to wait for the server, each time (default: 5s).")
                .build();
    }

    /// {@return what `--timeout` says, or 5 seconds}
    public static Duration timeout(ParseResult parsed) {
        return parsed.matchedOptionValue(TIMEOUT, DEFAULT_TIMEOUT);
    }
}
