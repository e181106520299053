package io.github.dnscli.osh.zone;

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
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// Which zone of which server the user means.
public sealed interface ZoneChoice {

    /// There is one.
    ///
    /// @param zone the zone at its server
    record Chosen(ServedZone zone) implements ZoneChoice {}

    /// It is not clear.
    ///
    /// @param problem why, for people
    /// @param hint what to do
    /// @param status what to tell the shell
    record Unclear(String problem, String hint, ExitStatus status) implements ZoneChoice {

        /// Says so.
        ///
        /// @return what to tell the shell
        public ExitStatus tell(Console console) {
            console.error(problem);
            if (!hint.isEmpty()) {
                console.hint(hint);
            }
            return status;
        }
    }

    /// {@return the zone that the options of a command line name, see [ServerOptions]}
    ///
    /// @throws IOException if the server's name has no address, or the key's file cannot be read
    static ZoneChoice of(ParseResult parsed, World world, Console console) throws IOException {
        Optional<DomainName> zone =
                Optional.ofNullable(parsed.matchedOptionValue(ServerOptions.ZONE, null));
        return switch (ServerArgument.choose(parsed, PortOption.read(parsed))) {
            case ServerChoice.Absent _ -> missing("server", "--server SERVER");
            case ServerChoice.Unusable(var problem) -> new Unclear(problem, "", ExitStatus.USAGE);
            case ServerChoice.Chosen(var server) ->
                    zone.isEmpty()
                            ? missing("zone", "--zone ZONE")
                            : switch (KeySource.choose(parsed, world, console)) {
                                case KeyChoice.Unusable(var problem, var status) ->
                                        new Unclear(problem, "", status);
                                case KeyChoice.Absent _ ->
                                        chosen(
                                                new ServedZone(
                                                        world,
                                                        server,
                                                        zone.get(),
                                                        Optional.empty(),
                                                        DurationOption.timeout(parsed)));
                                case KeyChoice.Chosen(var key) ->
                                        chosen(
                                                new ServedZone(
                                                        world,
                                                        server,
                                                        zone.get(),
                                                        Optional.<TsigKey>of(key),
                                                        DurationOption.timeout(parsed)));
                            };
        };
    }

    private static ZoneChoice chosen(ServedZone zone) {
        return new Chosen(zone);
    }

    private static ZoneChoice missing(String what, String option) {
        return new Unclear(
                "no " + what + " is named",
                "name it by '" + option + "', or for all that follows by 'use @SERVER zone NAME'",
                ExitStatus.USAGE);
    }
}
