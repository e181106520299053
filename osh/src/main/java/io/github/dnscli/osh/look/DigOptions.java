package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.osh.zone.ServerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// What the user said to `dig`.
sealed interface DigOptions {

    /// How the reply is shown.
    enum Form {
        /// All of it, for people.
        FULL,
        /// The data of the answer.
        SHORT,
        /// All of it, for programs.
        JSON
    }

    /// It makes sense.
    ///
    /// @param server whom to ask
    /// @param query what
    /// @param dnssec whether signatures are wanted
    /// @param key what to sign with, if anything
    /// @param tcp whether to ask over TCP at once
    /// @param timeout how long to wait
    /// @param form how the reply is shown
    record Clear(
            ServerAddress server,
            Query query,
            boolean dnssec,
            Optional<TsigKey> key,
            boolean tcp,
            Duration timeout,
            Form form)
            implements DigOptions {}

    /// It does not.
    ///
    /// @param problem why, for people
    /// @param hint what to do; may be empty
    /// @param status what to tell the shell
    record Unclear(String problem, String hint, ExitStatus status) implements DigOptions {}

    static DigOptions of(ParseResult parsed, World world, Console console) throws IOException {
        Optional<String> address = Optional.ofNullable(parsed.matchedOptionValue("-x", null));
        Optional<DomainName> zone =
                Optional.ofNullable(parsed.matchedOptionValue(ServerOptions.ZONE, null));
        var words = parsed.matchedPositionals().stream().map(p -> p.<String>getValue()).toList();
        return switch (DigWords.of(words, address, zone)) {
            case DigWords.Senseless(var problem) -> unclear(problem);
            case DigWords.Question question -> to(question, parsed, world, console);
        };
    }

    private static DigOptions to(
            DigWords.Question question, ParseResult parsed, World world, Console console)
            throws IOException {
        int port = PortOption.read(parsed);
        var server =
                question.server().isPresent()
                        ? new ServerArgument(question.server().get()).resolve(port)
                        : ServerArgument.choose(parsed, port);
        return switch (server) {
            case ServerChoice.Absent _ ->
                    new Unclear(
                            "no server is named",
                            "name it as '@SERVER', or for all that follows by 'use @SERVER'",
                            ExitStatus.USAGE);
            case ServerChoice.Unusable(var problem) -> unclear(problem);
            case ServerChoice.Chosen(var chosen) ->
                    switch (KeySource.choose(parsed, world, console)) {
                        case KeyChoice.Unusable(var problem, var status) ->
                                new Unclear(problem, "", status);
                        case KeyChoice.Absent _ ->
                                clear(chosen, question, Optional.empty(), parsed);
                        case KeyChoice.Chosen(var key) ->
                                clear(chosen, question, Optional.of(key), parsed);
                    };
        };
    }

    private static DigOptions clear(
            ServerAddress server,
            DigWords.Question question,
            Optional<TsigKey> key,
            ParseResult parsed) {
        return new Clear(
                server,
                Query.of(question.name(), question.type()).recursively(),
                parsed.hasMatchedOption("--dnssec"),
                key,
                parsed.hasMatchedOption("--tcp"),
                DurationOption.timeout(parsed),
                form(parsed));
    }

    private static Form form(ParseResult parsed) {
        if (parsed.hasMatchedOption("--json")) {
            return Form.JSON;
        }
        return parsed.hasMatchedOption("--short") ? Form.SHORT : Form.FULL;
    }

    private static Unclear unclear(String problem) {
        return new Unclear(problem, "try 'dig --help'", ExitStatus.USAGE);
    }
}
