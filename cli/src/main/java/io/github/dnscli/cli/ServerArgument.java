package io.github.dnscli.cli;

import io.github.dnscli.common.transport.ParsedServer;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// A server as it stands on the command line: `ADDRESS`, `NAME`, either with `#PORT` behind and `@` in front.
///
/// @param text what stands there
public record ServerArgument(String text) {

    private static final String LABEL = "SERVER";
    private static final String DESCRIPTION =
            "The name server: an address or a host name, with '#PORT' behind it if need be.";

    /// {@return a positional parameter that takes a server}
    ///
    /// @param index its place, counted from 0
    public static PositionalParamSpec.Builder positional(int index) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("1")
                .required(true)
                .paramLabel(LABEL)
                .type(ServerArgument.class)
                .converters(ServerArgument::new)
                .description(DESCRIPTION);
    }

    /// {@return an option that takes a server}
    public static OptionSpec.Builder option(String... names) {
        return OptionSpec.builder(names)
                .arity("1")
                .paramLabel(LABEL)
                .type(ServerArgument.class)
                .converters(ServerArgument::new)
                .description(DESCRIPTION);
    }

    /// {@return the server of the command line, its name looked up}
    ///
    /// @param port where it listens unless it says so itself
    /// @throws IOException if its name has no address
    public static ServerChoice choose(ParseResult parsed, int port) throws IOException {
        var given = Arguments.values(parsed, ServerArgument.class).findFirst();
        return given.isPresent() ? given.get().resolve(port) : new ServerChoice.Absent();
    }

    /// {@return the server, its name looked up}
    ///
    /// @param port where it listens unless it says so itself
    /// @throws IOException if its name has no address
    public ServerChoice resolve(int port) throws IOException {
        return switch (ServerAddress.parse(text, port)) {
            case ParsedServer.Valid(var server) -> new ServerChoice.Chosen(server);
            case ParsedServer.Invalid(var problem) -> new ServerChoice.Unusable(problem);
        };
    }
}
