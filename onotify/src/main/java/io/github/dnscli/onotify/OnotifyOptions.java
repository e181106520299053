package io.github.dnscli.onotify;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// What the user said to `onotify`.
///
/// @param server whom to tell
/// @param key what to sign with
/// @param zone what has changed
/// @param serial its new serial, if the user knows it
/// @param timeout how long to wait for the server, each time
record OnotifyOptions(
        ServerChoice server,
        KeyChoice key,
        DomainName zone,
        Optional<Serial> serial,
        Duration timeout) {

    static OnotifyOptions of(ParseResult parsed, World world, Console console) throws IOException {
        return new OnotifyOptions(
                ServerArgument.choose(parsed, PortOption.read(parsed)),
                KeySource.choose(parsed, world, console),
                parsed.matchedPositional(1).getValue(),
                SerialOption.read(parsed),
                DurationOption.timeout(parsed));
    }
}
