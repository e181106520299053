package io.github.dnscli.cli;

import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

/// Values of a command line found by their type, whether they came from options or from positional parameters.
final class Arguments {

    private Arguments() {}

    static <T> Stream<T> values(ParseResult parsed, Class<T> type) {
        return Stream.<ArgSpec>concat(
                        parsed.matchedOptions().stream(), parsed.matchedPositionals().stream())
                .map(ArgSpec::<Object>getValue)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
