package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.challenge.DnsSettings;
import io.github.dnscli.certifier.challenge.Resolvers;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.state.PortMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Where the user wants proofs for an authority to be written, and who is asked on the way.
///
/// @param server which takes them; empty for the one that has the zones
/// @param keys what signs them; none for the key of the zones
/// @param zone in which zone; empty to find out
/// @param resolvers who is asked about names that no server of ours has
/// @param nameServerPorts where name servers listen
/// @param propagation how long proofs may take to reach all name servers; empty not to look
record ChallengeOptions(
        Optional<ServerAddress> server,
        List<TsigKey> keys,
        Optional<DomainName> zone,
        List<ServerAddress> resolvers,
        PortMap nameServerPorts,
        Optional<Duration> propagation) {

    private static final String SERVER = "--challenge-server";
    private static final String KEY = "--challenge-key";
    private static final String ZONE = "--challenge-zone";
    private static final String RESOLVER = "--resolver";
    private static final String PORT = "--name-server-port";
    private static final String PROPAGATION = "--propagation-timeout";
    private static final String NO_CHECK = "--no-propagation-check";
    private static final List<String> ALL =
            List.of(SERVER, KEY, ZONE, RESOLVER, PORT, PROPAGATION, NO_CHECK);
    private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");

    /// Copies the lists.
    ChallengeOptions {
        keys = List.copyOf(keys);
        resolvers = List.copyOf(resolvers);
    }

    static void addTo(CommandSpec spec) {
        addPlaces(spec);
        addChecks(spec);
    }

    private static void addPlaces(CommandSpec spec) {
        spec.addOption(
                Options.text(SERVER, "SERVER")
                        .type(ServerArgument.class)
                        .converters(ServerArgument::new)
                        .description(
                                "Write proofs for an ACME authority to this server (default: the one that has the zones).")
                        .build());
        spec.addOption(
                Options.repeated(KEY, "KEY", KeySource.class, KeySource::new)
                        .description(
                                "Sign proofs with this key, as far as its name says that it is for them; may be given"
                                        + " several times (default: the key of the zones).")
                        .build());
        spec.addOption(
                NameArgument.option(ZONE)
                        .paramLabel("ZONE")
                        .description(
                                "The zone that proofs are written into (default: it is asked for, once aliases at"
                                        + " _acme-challenge.HOST are followed).")
                        .build());
        spec.addOption(
                Options.repeated(RESOLVER, "SERVER", ServerArgument.class, ServerArgument::new)
                        .description(
                                "Ask this resolver about names that none of our servers has; may be given several times"
                                        + " (default: those of /etc/resolv.conf).")
                        .build());
    }

    private static void addChecks(CommandSpec spec) {
        spec.addOption(
                PortOption.option(PORT)
                        .description(
                                "Port of the name servers that proofs are looked for at (default: 53).")
                        .build());
        spec.addOption(
                DurationOption.option(PROPAGATION)
                        .description(
                                "How long proofs may take to reach all name servers of their zone (default: 2m).")
                        .build());
        spec.addOption(
                Options.flag(NO_CHECK)
                        .description(
                                "Do not look for proofs at the name servers before the authority does.")
                        .build());
    }

    /// Says that options are of no use with an authority that wants no proofs.
    static void refuse(ParseResult parsed) {
        CertifierOptions.refuseWithPrivate(ALL, "wants no proofs", parsed);
    }

    /// {@return what a command line says}
    ///
    /// @throws ParameterException if it makes no sense
    /// @throws IOException if a file that it names cannot be read, or a server has no address
    static ChallengeOptions of(ParseResult parsed, World world) throws IOException {
        if (parsed.hasMatchedOption(NO_CHECK) && parsed.hasMatchedOption(PROPAGATION)) {
            throw CertifierOptions.wrong(
                    parsed,
                    "'--propagation-timeout' and '--no-propagation-check' exclude each other");
        }
        return new ChallengeOptions(
                server(parsed),
                keys(parsed, world),
                Optional.ofNullable(parsed.<DomainName>matchedOptionValue(ZONE, null)),
                resolvers(parsed),
                PortMap.all(parsed.matchedOptionValue(PORT, ServerAddress.DNS_PORT)),
                parsed.hasMatchedOption(NO_CHECK)
                        ? Optional.empty()
                        : Optional.of(
                                parsed.matchedOptionValue(
                                        PROPAGATION, DnsSettings.DEFAULT_PROPAGATION)));
    }

    private static Optional<ServerAddress> server(ParseResult parsed) throws IOException {
        var given = Optional.ofNullable(parsed.<ServerArgument>matchedOptionValue(SERVER, null));
        return given.isEmpty() ? Optional.empty() : Optional.of(address(given.get(), parsed));
    }

    static ServerAddress address(ServerArgument server, ParseResult parsed) throws IOException {
        return switch (server.resolve(ServerAddress.DNS_PORT)) {
            case ServerChoice.Chosen(var address) -> address;
            case ServerChoice.Unusable(var problem) ->
                    throw CertifierOptions.wrong(parsed, problem);
            case ServerChoice.Absent _ -> throw new IllegalStateException("no server");
        };
    }

    private static List<TsigKey> keys(ParseResult parsed, World world) throws IOException {
        var keys = new ArrayList<TsigKey>();
        List<KeySource> sources = parsed.matchedOptionValue(KEY, List.of());
        for (var source : sources) {
            switch (source.open(world)) {
                case KeyChoice.Chosen(var key) -> keys.add(key);
                case KeyChoice.Absent _ -> throw new IllegalStateException("no key");
                case KeyChoice.Unusable(var problem, var status) when status == ExitStatus.USAGE ->
                        throw CertifierOptions.wrong(parsed, problem);
                case KeyChoice.Unusable(var problem, _) -> throw new IOException(problem);
            }
        }
        return keys;
    }

    private static List<ServerAddress> resolvers(ParseResult parsed) throws IOException {
        List<ServerArgument> given = parsed.matchedOptionValue(RESOLVER, List.of());
        var resolvers = new ArrayList<ServerAddress>();
        for (var resolver : given) {
            resolvers.add(address(resolver, parsed));
        }
        return given.isEmpty()
                ? SmallFile.readIfThere(RESOLV_CONF).map(Resolvers::of).orElse(List.of())
                : resolvers;
    }

    /// {@return these wishes for somebody who works with a server}: the key that the user names for proofs comes before the
    /// one for zones, where both are for a name
    ///
    /// @param main the server that has the zones, and the key for them
    DnsSettings settings(PrimaryServer main) {
        var place = server.orElse(main.address());
        var signers = keys.isEmpty() && server.isPresent() ? List.of(main.key()) : keys;
        var servers =
                Stream.concat(signers.stream().map(key -> at(main, place, key)), Stream.of(main))
                        .toList();
        return new DnsSettings(servers, zone, resolvers, nameServerPorts, propagation);
    }

    private static PrimaryServer at(PrimaryServer main, ServerAddress place, TsigKey key) {
        return new PrimaryServer(
                main.transport(), place, key, main.timeout(), main.clock(), main.random());
    }
}
