package io.github.dnscli.oserve.secondary;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.oserve.database.StateOption;
import io.github.dnscli.oserve.http.HttpOptions;
import io.github.dnscli.oserve.log.LogOption;
import io.github.dnscli.oserve.serving.KeyedServer;
import io.github.dnscli.oserve.serving.ListenOption;
import io.github.dnscli.oserve.serving.Termination;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `oserve secondary`: serves zones that come from other servers.
public final class SecondaryCommand implements Command {

    private static final String KEYS = "--keys";
    private static final String PRIMARY = "--primary";
    private static final String PRIMARY_PORT = "--primary-port";
    private static final String ZONE = "--zone";
    private static final String HIDDEN = "--from-behind-nat";
    private static final String LISTEN = "--listen";
    private static final String NOTIFY = "--notify";
    private static final String AXFR = "--axfr";
    private static final ListenOption EVERYWHERE = new ListenOption("0.0.0.0", 53);

    /// Makes the command.
    public SecondaryCommand() {}

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("secondary");
        spec.usageMessage().description("Serve zones that come from other name servers.");
        addSources(spec);
        spec.addOption(
                Options.repeated(LISTEN, "ADDR:PORT", ListenOption.class, ListenOption::parse)
                        .description(
                                "Listen here, by UDP and TCP; [::1]:53 for IPv6, port 0 for a free one"
                                        + " (default: port 53 of all addresses).")
                        .build());
        spec.addOption(
                StateOption.option()
                        .description(
                                "The folder that keeps the zones, to serve them at once after a restart (default:"
                                        + " $STATE_DIRECTORY, as systemd sets it, or oserve in $XDG_STATE_HOME or in"
                                        + " ~/.local/state).")
                        .build());
        addOnwards(spec);
        spec.addOption(HttpOptions.http());
        spec.addOption(LogOption.option());
        return spec;
    }

    private static void addSources(CommandSpec spec) {
        spec.addOption(
                Options.repeated(KEYS, "KEY|FILE", String.class, text -> text)
                        .names(KEYS, "--key", "--dns-key")
                        .description(
                                "A TSIG key as NAME:ALGORITHM:BASE64, or a file of keys; may be given several times. Names"
                                        + " such as P.P.P.P.S.S.S.S._transfer.ZONE say which zone comes from where.")
                        .build());
        spec.addOption(
                Options.repeated(PRIMARY, "SERVER[=KEYNAME]", KeyedServer.class, KeyedServer::parse)
                        .description(
                                "Fetch from this server, asked with the key of that name, or with the only one that does not"
                                        + " say itself where zones come from; may be given several times.")
                        .build());
        spec.addOption(
                PortOption.option(PRIMARY_PORT)
                        .description(
                                "Port of the primaries that keys name, and of others that name none (default: 53).")
                        .build());
        spec.addOption(
                NameArgument.option(ZONE)
                        .paramLabel("ZONE")
                        .type(List.class)
                        .auxiliaryTypes(DomainName.class)
                        .description(
                                "A zone to fetch from --primary; may be given several times (default: the zone that its"
                                        + " key's name says, or all that it names itself).")
                        .build());
        spec.addOption(
                Options.flag(HIDDEN)
                        .description(
                                "Keep a connection to --primary, on which it tells of changes: it cannot reach this server.")
                        .build());
    }

    private static void addOnwards(CommandSpec spec) {
        spec.addOption(
                Options.repeated(NOTIFY, "SERVER[=KEYNAME]", KeyedServer.class, KeyedServer::parse)
                        .description(
                                "Tell this server of every change, signed by a key of --keys if one is named.")
                        .build());
        spec.addOption(
                Options.flag(AXFR).description("Let anybody fetch whole zones from here.").build());
    }

    @Override
    public Manual manual() {
        return SecondaryManual.text();
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var options = options(parsed, world, console);
        var log = LogOption.open(parsed, world, console);
        return Termination.await(() -> Secondary.start(options, log), console);
    }

    private static SecondaryOptions options(ParseResult parsed, World world, Console console)
            throws IOException {
        try {
            var given = GivenKeys.read(parsed.matchedOptionValue(KEYS, List.of()), world);
            if (given.visible()) {
                console.hint(
                        "other users of this machine can see a key that stands on the command line; '--keys FILE' hides it");
            }
            return options(parsed, given, world);
        } catch (IllegalArgumentException problem) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(), problem.getMessage(), problem);
        }
    }

    private static SecondaryOptions options(ParseResult parsed, GivenKeys given, World world)
            throws IOException {
        return new SecondaryOptions(
                wanted(parsed, given),
                given.keys(),
                StateOption.read(parsed, world),
                parsed.matchedOptionValue(LISTEN, List.of(EVERYWHERE)),
                parsed.hasMatchedOption(AXFR),
                parsed.matchedOptionValue(NOTIFY, List.of()),
                HttpOptions.of(parsed, world));
    }

    private static WantedZones wanted(ParseResult parsed, GivenKeys given) throws IOException {
        int port = parsed.matchedOptionValue(PRIMARY_PORT, ServerAddress.DNS_PORT);
        List<KeyedServer> primaries = parsed.matchedOptionValue(PRIMARY, List.of());
        var byKeys = WantedZones.of(given.keys(), port);
        if (!primaries.isEmpty()) {
            return byKeys.and(named(parsed, primaries, port).wanted(given.keys()));
        }
        for (String option : List.of(ZONE, HIDDEN)) {
            if (parsed.hasMatchedOption(option)) {
                throw new IllegalArgumentException(
                        "option '" + option + "' is of use with '--primary' only");
            }
        }
        if (byKeys.isEmpty()) {
            throw new IllegalArgumentException(
                    "where do zones come from? No key of '--keys' says it by its name, nor does '--primary'");
        }
        return byKeys;
    }

    private static NamedPrimaries named(ParseResult parsed, List<KeyedServer> primaries, int port)
            throws IOException {
        var servers = new ArrayList<ServerAddress>();
        for (var primary : primaries) {
            servers.add(primary.address(port));
        }
        Set<DomainName> keys =
                primaries.stream()
                        .flatMap(primary -> primary.key().stream())
                        .collect(Collectors.toSet());
        return new NamedPrimaries(
                servers,
                keys,
                parsed.matchedOptionValue(ZONE, List.of()),
                parsed.hasMatchedOption(HIDDEN));
    }
}
