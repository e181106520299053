package io.github.dnscli.cli;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// `--port`: where a server listens unless its address says so itself.
public final class PortOption {

    private static final String NAME = "--port";
    private static final int DNS = 53;

    private PortOption() {}

    /// {@return the option}
    public static OptionSpec option() {
        return option(NAME).description("Port of the server (default: 53).").build();
    }

    /// {@return the beginning of another option that takes a port}
    public static OptionSpec.Builder option(String name) {
        return OptionSpec.builder(name)
                .arity("1")
                .paramLabel("PORT")
                .type(Integer.class)
                .converters(PortOption::convert);
    }

    private static Integer convert(String text) {
        boolean number = text.matches("\\d{1,5}");
        int port = number ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw new TypeConversionException("a port is a number from 1 to 65535");
        }
        return port;
    }

    /// {@return what the option says, or 53}
    public static int read(ParseResult parsed) {
        return parsed.matchedOptionValue(NAME, DNS);
    }
}
