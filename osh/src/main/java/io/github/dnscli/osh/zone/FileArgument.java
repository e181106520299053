package io.github.dnscli.osh.zone;

import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The argument FILE.
final class FileArgument {

    private FileArgument() {}

    static PositionalParamSpec positional(String description) {
        return builder("1").required(true).description(description).build();
    }

    static PositionalParamSpec optional(String description) {
        return builder("0..1").description(description).build();
    }

    private static PositionalParamSpec.Builder builder(String arity) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity(arity)
                .paramLabel("FILE")
                .type(String.class);
    }

    /// {@return the file that the command line names; it must}
    static String of(ParseResult parsed) {
        return parsed.matchedPositional(0).getValue();
    }
}
