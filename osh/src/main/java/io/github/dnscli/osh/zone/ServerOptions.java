package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import picocli.CommandLine.Model.CommandSpec;

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
}
