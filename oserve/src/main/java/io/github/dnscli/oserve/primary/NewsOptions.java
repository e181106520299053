package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.oserve.serving.KeyedServer;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Whom the user wants to be told of changes.
///
/// @param targets servers to tell of every change
/// @param nameServerPort the port at which the name servers of each zone are told of its changes; 0 not to tell them
public record NewsOptions(List<KeyedServer> targets, int nameServerPort) {

    private static final String NOTIFY = "--notify";
    private static final String PORT = "--notify-port";
    private static final String NONE = "--no-notify";
    private static final int DNS_PORT = 53;

    /// Copies the list.
    public NewsOptions {
        targets = List.copyOf(targets);
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.repeated(NOTIFY, "SERVER[=KEYNAME]", KeyedServer.class, KeyedServer::parse)
                        .description(
                                "Tell this server of every change too, signed by a key of the key files if one is"
                                        + " named.")
                        .build());
        spec.addOption(
                PortOption.option(PORT)
                        .description(
                                "Port of the zones' own name servers, which are told of changes (default: 53; none are told"
                                        + " by a server that listens on loopback addresses only).")
                        .build());
        spec.addOption(
                Options.flag(NONE)
                        .description("Do not tell the zones' own name servers of changes.")
                        .build());
    }

    /// {@return what a command line says}
    ///
    /// @param isLocal whether the server listens on loopback addresses only, from which name servers elsewhere can fetch
    ///     nothing
    static NewsOptions of(ParseResult parsed, boolean isLocal) {
        int usual = isLocal ? 0 : DNS_PORT;
        int port = parsed.hasMatchedOption(NONE) ? 0 : parsed.matchedOptionValue(PORT, usual);
        return new NewsOptions(parsed.matchedOptionValue(NOTIFY, List.of()), port);
    }
}
