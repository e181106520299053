package io.github.dnscli.oserve.log;

import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.World;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `--log-format`: what the lines of the log look like.
public final class LogOption {

    /// What manual pages say of the log.
    public static final String MANUAL =
            "The server prints 'listening on ADDR:PORT' on standard output for each address once it answers there, and"
                    + " its log on standard error. Under systemd each line has its priority. With --log-format json each"
                    + " line is an object with 'time', 'level' (error, warning, info or debug), 'event', which is a word"
                    + " that stays as it is, 'message', and what the event is about, such as 'zone', 'key', 'peer' and"
                    + " 'serial'.";

    private static final String NAME = "--log-format";

    private LogOption() {}

    /// {@return the option}
    public static OptionSpec option() {
        return Choice.option(NAME, LogFormat.class)
                .paramLabel("FORM")
                .description(
                        "How to write the log on standard error: text, or json, an object on each line (default: text).")
                .build();
    }

    /// {@return the log that a command line wants}
    public static Log open(ParseResult parsed, World world, Console console) {
        var where =
                JournalStream.isStandardError(world.environment())
                        ? console.withPriorities()
                        : console;
        return switch (parsed.matchedOptionValue(NAME, LogFormat.TEXT)) {
            case TEXT -> new TextLog(where);
            case JSON -> new JsonLog(where, world.clock());
        };
    }
}
