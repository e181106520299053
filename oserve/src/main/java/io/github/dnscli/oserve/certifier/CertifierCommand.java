package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.own.PrivateSettings;
import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.DurationText;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.KeyChoice;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.NameArgument;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `oserve certifier`: answers signing requests in zones with certificates.
public final class CertifierCommand implements Command {

    static final String STATE = "--state";

    private static final String SERVER = "--server";
    private static final String ZONE = "--zone";
    private static final String CA = "--ca";
    private static final String INTERVAL = "--interval";
    private static final String LIFETIME = "--lifetime";
    private static final String ONCE = "--once";

    private static final int DNS_PORT = 53;
    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
    private static final Duration MIN_INTERVAL = Duration.ofMillis(100);

    /// Makes the command.
    public CertifierCommand() {}

    @Override
    public List<Command> subcommands() {
        return List.of(new RootCommand());
    }

    /// What is needed is not marked as such: the subcommand needs none of it.
    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("certifier");
        spec.usageMessage().description("Answer signing requests in zones with certificates.");
        spec.addOption(
                ServerArgument.option(SERVER)
                        .description(
                                "The name server that has the zones, as ADDRESS or NAME, with '#PORT' behind it if"
                                        + " need be.")
                        .build());
        spec.addOption(KeySource.option("--key", "--dns-key").build());
        spec.addOption(
                NameArgument.option(ZONE)
                        .paramLabel("ZONE")
                        .type(List.class)
                        .auxiliaryTypes(DomainName.class)
                        .description("A zone to watch; may be given several times.")
                        .build());
        spec.addOption(
                Choice.option(CA, AuthorityKind.class)
                        .paramLabel("AUTHORITY")
                        .description(
                                "Who issues: 'private', an authority of your own in the state folder.")
                        .build());
        spec.addOption(state().build());
        addTimes(spec);
        spec.addOption(
                OptionSpec.builder(ONCE)
                        .arity("0")
                        .type(boolean.class)
                        .description("Do what there is to do, and end.")
                        .build());
        return spec;
    }

    static OptionSpec.Builder state() {
        return OptionSpec.builder(STATE)
                .arity("1")
                .paramLabel("DIR")
                .type(String.class)
                .description(
                        "The folder that keeps the private authority; made if it is not there.");
    }

    private static void addTimes(CommandSpec spec) {
        spec.addOption(
                DurationOption.option(INTERVAL)
                        .description(
                                "How long to pause between two looks at the zones (default: 5s).")
                        .build());
        spec.addOption(
                DurationOption.option(LIFETIME)
                        .description("How long certificates last, 5m to 825d (default: 90d).")
                        .build());
        spec.addOption(DurationOption.timeout());
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Watches zones for signing requests (TLSA 3 255 0 at _letsencrypt._tcp.HOST) and writes the"
                                + " certificate (TLSA 3 0 0) and its authorities (TLSA 0 0 0) beside them. It works"
                                + " against any name server that takes signed transfers (AXFR) and updates: each"
                                + " interval it asks for the serial of each zone, and fetches those that have changed.",
                        "It cannot do without --server, --key, --zone, --ca and --state. The key must be allowed to"
                                + " transfer and to update the zones. SIGTERM or SIGINT ends it at any time; a"
                                + " certificate is in the zone wholly or not at all.",
                        "A request at _letsencrypt._tcp.HOST may ask for HOST, for names below it and for *.HOST. It may"
                                + " ask for other names if the same request, octet by octet, also stands at the"
                                + " _letsencrypt._tcp of each of them. A request that asks for one name too many, for"
                                + " an address, for the rights of an authority or for unknown extensions gets nothing;"
                                + " the log says why, once. Up to four requests in one place get a certificate each.",
                        "A certificate is replaced when it does not fit its request, when its chain does not lead to the"
                                + " authority's root, and when a third of its lifetime is left, or half of it if that is"
                                + " shorter than ten days. To withdraw a request, delete its record.",
                        "What fails is told and tried again: after the interval, then after twice as long each time, a"
                                + " zone at most five minutes later, a request at most an hour later.",
                        "With --once, the exit status is 0 if all requests have their certificates, 1 if one was refused"
                                + " or the server refused, 3 if a zone could not be read or written.")
                .example(
                        "Certify the hosts of a zone, with a private authority.",
                        "oserve certifier --server 192.0.2.53 --key @certifier.key --zone example.com"
                                + " --ca private --state /var/lib/certifier")
                .file(
                        "DIR/root.pem",
                        "certificate and private key of the root; keep a copy, and keep it secret")
                .file(
                        "DIR/intermediate.pem",
                        "certificate and private key of the intermediate; made again when it is lost")
                .seeAlso("ocertify(1)", "otlsa-fetch(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var missing =
                Stream.of(SERVER, ZONE, CA, STATE)
                        .filter(option -> !parsed.hasMatchedOption(option))
                        .findFirst();
        if (missing.isPresent()) {
            return missing(missing.get(), console);
        }
        var problem = timeProblem(parsed);
        if (problem.isPresent()) {
            return wrong(problem.get(), console);
        }
        return switch (KeySource.choose(parsed, world, console)) {
            case KeyChoice.Absent _ -> missing("--key", console);
            case KeyChoice.Unusable(var reason, var status) -> {
                console.error(reason);
                yield status;
            }
            case KeyChoice.Chosen(var key) -> run(parsed, key, world, console);
        };
    }

    private static ExitStatus missing(String option, Console console) {
        return wrong("option '" + option + "' is missing", console);
    }

    private static ExitStatus wrong(String problem, Console console) {
        console.error(problem);
        console.hint("try 'oserve certifier --help'");
        return ExitStatus.USAGE;
    }

    private static Optional<String> timeProblem(ParseResult parsed) {
        var lifetime = lifetime(parsed);
        if (lifetime.compareTo(PrivateSettings.MIN_LIFETIME) < 0
                || lifetime.compareTo(PrivateSettings.MAX_LIFETIME) > 0) {
            return Optional.of(
                    "%s is %s, where %s to %s are in use"
                            .formatted(
                                    LIFETIME,
                                    DurationText.print(lifetime),
                                    DurationText.print(PrivateSettings.MIN_LIFETIME),
                                    DurationText.print(PrivateSettings.MAX_LIFETIME)));
        }
        return interval(parsed).compareTo(MIN_INTERVAL) < 0
                ? Optional.of(INTERVAL + " is shorter than " + DurationText.print(MIN_INTERVAL))
                : Optional.empty();
    }

    private static ExitStatus run(ParseResult parsed, TsigKey key, World world, Console console)
            throws IOException {
        return switch (ServerArgument.choose(parsed, DNS_PORT)) {
            case ServerChoice.Absent _ -> missing(SERVER, console);
            case ServerChoice.Unusable(var problem) -> wrong(problem, console);
            case ServerChoice.Chosen(var server) ->
                    new CertifierService(options(parsed, key, server, world), world, console).run();
        };
    }

    private static CertifierOptions options(
            ParseResult parsed, TsigKey key, ServerAddress server, World world) {
        String state = parsed.matchedOptionValue(STATE, "");
        return new CertifierOptions(
                server,
                key,
                parsed.matchedOptionValue(ZONE, List.of()),
                world.file(state),
                interval(parsed),
                lifetime(parsed),
                DurationOption.timeout(parsed),
                !parsed.hasMatchedOption(ONCE));
    }

    private static Duration interval(ParseResult parsed) {
        return parsed.matchedOptionValue(INTERVAL, DEFAULT_INTERVAL);
    }

    private static Duration lifetime(ParseResult parsed) {
        return parsed.matchedOptionValue(LIFETIME, PrivateSettings.DEFAULT.lifetime());
    }
}
