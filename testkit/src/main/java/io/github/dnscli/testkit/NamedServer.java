package io.github.dnscli.testkit;

import static java.util.stream.Collectors.joining;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/// BIND's server.
public final class NamedServer extends RealServer {

    private NamedServer(ServerProcess process) {
        super(process);
    }

    /// {@return a server with one zone, which every key may update and transfer}; skips the test when named is not
    /// installed
    ///
    /// @param zoneText the zone file, names relative to the zone
    /// @throws IOException if it does not start; the message holds its output
    public static NamedServer start(DomainName zone, String zoneText, TsigKey... keys)
            throws IOException {
        return start(ServerPlan.of(zone, zoneText, keys));
    }

    /// {@return a server that does as planned}; skips the test when named is not installed
    ///
    /// @throws IOException if it does not start; the message holds its output
    public static NamedServer start(ServerPlan wished) throws IOException {
        var program = Peer.NAMED.require();
        var plan = wished.settled();
        var folder = ServerProcess.folder(Peer.NAMED, plan);
        var configuration = folder.resolve("named.conf");
        Files.writeString(configuration, configuration(folder, plan));
        var command =
                List.of(program.toString(), "-g", "-4", "-n", "1", "-c", configuration.toString());
        return new NamedServer(ServerProcess.start(folder, plan, command));
    }

    private static String configuration(Path folder, ServerPlan plan) {
        return plan.knownKeys().stream().map(NamedServer::clause).collect(joining())
                + """
                options {
                  directory "%s"; listen-on port %d { 127.0.0.1; }; listen-on-v6 { none; };
                  pid-file none; lock-file none; session-keyfile none;
                  recursion no; dnssec-validation no; empty-zones-enable no;
                  minimal-responses no-auth; check-names primary ignore; check-integrity no;
                  notify explicit; notify-delay 0; notify-rate 1000; startup-notify-rate 1000;
                  serial-query-rate 1000; max-ixfr-ratio unlimited; masterfile-format text;
                };
                controls { };
                """
                        .formatted(folder, plan.port())
                + plan.zones().stream().map(zone -> zone(plan, zone)).collect(joining());
    }

    private static String clause(TsigKey key) {
        return "key \"%s\" { algorithm %s; secret \"%s\"; };\n"
                .formatted(
                        key.name().display(),
                        key.algorithm().dnsName().display(),
                        Base64.getEncoder().encodeToString(key.secret()));
    }

    private static String zone(ServerPlan plan, PlannedZone zone) {
        String keys =
                plan.keys().stream()
                        .map(key -> "key \"" + key.name().display() + "\"; ")
                        .collect(joining());
        return "zone \"%s\" { file \"%s\"; allow-transfer { %s}; %s };\n"
                .formatted(
                        zone.origin().display(),
                        plan.fileName(zone),
                        plan.openTransfers() ? "any; " : orNone(keys),
                        role(zone, keys));
    }

    private static String role(PlannedZone zone, String keys) {
        return switch (zone) {
            case PlannedZone.Primary primary ->
                    "type primary; allow-update { %s}; also-notify { %s};"
                            .formatted(orNone(keys), remotes(primary));
            case PlannedZone.Secondary secondary ->
                    "type secondary; primaries { %s}; allow-notify { 127.0.0.0/8; %s};"
                            .formatted(remotes(secondary), keys);
        };
    }

    private static String orNone(String keys) {
        return keys.isEmpty() ? "none; " : keys;
    }

    private static String remotes(PlannedZone zone) {
        return zone.remotes().stream().map(NamedServer::remote).collect(joining());
    }

    private static String remote(Remote remote) {
        String key =
                remote.key().map(known -> " key \"" + known.name().display() + "\"").orElse("");
        return "%s port %d%s; ".formatted(remote.host(), remote.server().port(), key);
    }
}
