package io.github.dnscli.oserve.certifier;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.DurationText;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.oserve.serving.ListenOption;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Which zones the user wants to be watched, and where.
///
/// @param server where they are read and written
/// @param key what signs all that is said to the server
/// @param zones the zones; none for those that the server names to the key
/// @param interval after which time a zone is looked at again at the latest
/// @param listen where to be told of changes; nowhere to keep a connection on which one is
/// @param timeout how long to wait for each reply
record WatchOptions(
        ServerAddress server,
        TsigKey key,
        List<DomainName> zones,
        Duration interval,
        List<ListenOption> listen,
        Duration timeout) {

    private static final String SERVER = "--server";
    private static final String KEY = "--key";
    private static final String ZONE = "--zone";
    private static final String INTERVAL = "--interval";
    private static final String LISTEN = "--listen";
    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(10);

    /// A server that names its zones tells of their changes, too.
    private static final Duration DISCOVERY_INTERVAL = Duration.ofMinutes(5);

    private static final Duration MIN_INTERVAL = Duration.ofMillis(100);

    /// Copies the lists.
    WatchOptions {
        zones = List.copyOf(zones).stream().distinct().toList();
        listen = List.copyOf(listen);
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.text(SERVER, "SERVER")
                        .names(SERVER, "--dns-server")
                        .type(ServerArgument.class)
                        .converters(ServerArgument::new)
                        .description(
                                "The name server that has the zones, as ADDRESS or NAME, with '#PORT' behind it if"
                                        + " need be.")
                        .build());
        spec.addOption(PortOption.option());
        spec.addOption(KeySource.option(KEY, "--dns-key", "--keys").build());
        spec.addOption(
                NameArgument.option(ZONE)
                        .paramLabel("ZONE")
                        .type(List.class)
                        .auxiliaryTypes(DomainName.class)
                        .description(
                                "A zone to watch; may be given several times (default: all that the server names to the"
                                        + " key, now and later).")
                        .build());
        spec.addOption(
                DurationOption.option(INTERVAL)
                        .description(
                                "Look at a zone after this time at the latest, if the server tells of no change"
                                        + " (default: 10s; without --zone, 5m).")
                        .build());
        spec.addOption(
                Options.repeated(LISTEN, "ADDR:PORT", ListenOption.class, ListenOption::parse)
                        .description(
                                "Listen here for NOTIFY; the server is to send them (default: keep a connection to the"
                                        + " server, on which it tells of changes).")
                        .build());
        spec.addOption(DurationOption.timeout());
    }

    /// {@return what a command line says}
    ///
    /// @throws ParameterException if it makes no sense
    /// @throws IOException if the key cannot be read, or the server has no address
    static WatchOptions of(ParseResult parsed, World world, Console console) throws IOException {
        var server = server(parsed);
        return new WatchOptions(
                server,
                key(parsed, world, console),
                parsed.matchedOptionValue(ZONE, List.of()),
                interval(parsed),
                parsed.matchedOptionValue(LISTEN, List.of()),
                DurationOption.timeout(parsed));
    }

    private static ServerAddress server(ParseResult parsed) throws IOException {
        var given =
                Optional.ofNullable(parsed.<ServerArgument>matchedOptionValue(SERVER, null))
                        .orElseThrow(() -> CertifierOptions.missing(parsed, SERVER));
        return switch (given.resolve(PortOption.read(parsed))) {
            case ServerChoice.Chosen(var address) -> address;
            case ServerChoice.Unusable(var problem) ->
                    throw CertifierOptions.wrong(parsed, problem);
            case ServerChoice.Absent _ -> throw CertifierOptions.missing(parsed, SERVER);
        };
    }

    private static TsigKey key(ParseResult parsed, World world, Console console)
            throws IOException {
        return switch (KeySource.choose(parsed, world, console)) {
            case KeyChoice.Chosen(var key) -> key;
            case KeyChoice.Absent _ -> throw CertifierOptions.missing(parsed, KEY);
            case KeyChoice.Unusable(var problem, var status) when status == ExitStatus.USAGE ->
                    throw CertifierOptions.wrong(parsed, problem);
            case KeyChoice.Unusable(var problem, _) -> throw new IOException(problem);
        };
    }

    private static Duration interval(ParseResult parsed) {
        Duration interval =
                parsed.matchedOptionValue(
                        INTERVAL,
                        parsed.hasMatchedOption(ZONE) ? DEFAULT_INTERVAL : DISCOVERY_INTERVAL);
        if (interval.compareTo(MIN_INTERVAL) < 0) {
            throw CertifierOptions.wrong(
                    parsed, INTERVAL + " is shorter than " + DurationText.print(MIN_INTERVAL));
        }
        return interval;
    }
}
