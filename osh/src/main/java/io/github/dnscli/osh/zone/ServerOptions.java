package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The options that say which server is meant, by which key, and which of its zones.
public final class ServerOptions {

    /// The name of the option that tells the zone.
    public static final String ZONE = "--zone";

    private ServerOptions() {}

    /// Adds the options to a command.
    public static void addTo(CommandSpec spec) {
        spec.addOption(ServerArgument.option("--server").build());
        spec.addOption(
                NameArgument.option(ZONE)
                        .paramLabel("ZONE")
                        .description("The zone on the server.")
                        .build());
        spec.addOption(KeySource.option("--key", "--dns-key").build());
        spec.addOption(PortOption.option());
        spec.addOption(DurationOption.timeout());
    }

    /// {@return the zone that a command line names}
    ///
    /// @throws IOException if the server's name has no address, or the key's file cannot be read
    public static ZoneChoice choose(ParseResult parsed, World world, Console console)
            throws IOException {
        Optional<DomainName> zone = Optional.ofNullable(parsed.matchedOptionValue(ZONE, null));
        return switch (ServerArgument.choose(parsed, PortOption.read(parsed))) {
            case ServerChoice.Absent _ -> missing("server", "--server SERVER");
            case ServerChoice.Unusable(var problem) ->
                    new ZoneChoice.Unclear(problem, "", ExitStatus.USAGE);
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
            case KeyChoice.Unusable(var problem, var status) ->
                    new ZoneChoice.Unclear(problem, "", status);
            case KeyChoice.Absent _ -> new ZoneChoice.Chosen(zone);
            case KeyChoice.Chosen(var key) -> new ZoneChoice.Chosen(zone.with(key));
        };
    }

    private static ZoneChoice missing(String what, String option) {
        return new ZoneChoice.Unclear(
                "no " + what + " is named",
                "name it by '" + option + "', or for all that follows by 'use @SERVER zone NAME'",
                ExitStatus.USAGE);
    }
}
