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
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
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
                            : signed(unsigned(world, server, zone.get(), parsed), parsed, console);
        };
    }

    private static ServedZone unsigned(
            World world, ServerAddress server, DomainName zone, ParseResult parsed) {
        return new ServedZone(
                world, server, zone, Optional.empty(), DurationOption.timeout(parsed));
    }

    private static ZoneChoice signed(ServedZone zone, ParseResult parsed, Console console)
            throws IOException {
        return switch (KeySource.choose(parsed, zone.world(), console)) {
            case KeyChoice.Unusable(var problem, var status) -> new Unclear(problem, "", status);
            case KeyChoice.Absent _ -> new Chosen(zone);
            case KeyChoice.Chosen(var key) -> new Chosen(zone.with(key));
        };
    }

    private static ZoneChoice missing(String what, String option) {
        return new Unclear(
                "no " + what + " is named",
                "name it by '" + option + "', or for all that follows by 'use @SERVER zone NAME'",
                ExitStatus.USAGE);
    }
}
