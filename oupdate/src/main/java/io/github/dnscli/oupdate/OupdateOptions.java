package io.github.dnscli.oupdate;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.ParseResult;

/// What the user said to `oupdate`.
///
/// @param server whom to ask
/// @param key what to sign with
/// @param record the new address of the host
/// @param timeout how long to wait for the server, each time
record OupdateOptions(ServerChoice server, KeyChoice key, ResourceRecord record, Duration timeout) {

    static OupdateOptions of(ParseResult parsed, World world, Console console) throws IOException {
        DomainName host = parsed.matchedPositional(2).getValue();
        return new OupdateOptions(
                ServerArgument.choose(parsed, PortOption.read(parsed)),
                KeySource.choose(parsed, world, console),
                new ResourceRecord(
                        host, TtlOption.read(parsed), parsed.matchedPositional(3).getValue()),
                DurationOption.timeout(parsed));
    }
}
