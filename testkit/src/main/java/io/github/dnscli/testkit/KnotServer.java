package io.github.dnscli.testkit;

import static java.util.stream.Collectors.joining;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// Knot's server.
public final class KnotServer extends RealServer {

    private KnotServer(ServerProcess process) {
        super(process);
    }

    /// {@return a server with one zone, which every key may update and transfer}; skips the test when knotd is not
    /// installed
    ///
    /// @param zoneText the zone file, names relative to the zone
    /// @throws IOException if it does not start; the message holds its output
    public static KnotServer start(DomainName zone, String zoneText, TsigKey... keys)
            throws IOException {
        return start(ServerPlan.of(zone, zoneText, keys));
    }

    /// {@return a server that does as planned}; skips the test when knotd is not installed
    ///
    /// @throws IOException if it does not start; the message holds its output
    public static KnotServer start(ServerPlan wished) throws IOException {
        var program = Peer.KNOTD.require();
        var plan = wished.settled();
        var folder = ServerProcess.folder(Peer.KNOTD, plan);
        Files.createDirectory(folder.resolve("db"));
        var configuration = folder.resolve("knot.conf");
        Files.writeString(configuration, configuration(folder, plan));
        var command = List.of(program.toString(), "-c", configuration.toString());
        return new KnotServer(ServerProcess.start(folder, plan, command));
    }

    private static String configuration(Path folder, ServerPlan plan) {
        return """
        server:
          listen: 127.0.0.1@%2$d
          rundir: %1$s
          udp-workers: 1
          tcp-workers: 1
          background-workers: 1
        control:
          listen: %1$s/knot.sock
        database:
          storage: %1$s/db
          journal-db-max-size: 64M
        log:
          - target: stderr
            any: info
        """
                        .formatted(folder, plan.port())
                + section("key", plan.knownKeys().stream().map(KnotServer::key))
                + section("remote", plan.remotes().stream().map(remote -> remote(plan, remote)))
                + section("acl", grants(plan))
                + "template:\n  - id: default\n    journal-max-depth: 1000\n"
                + section("zone", plan.zones().stream().map(zone -> zone(folder, plan, zone)));
    }

    private static String section(String name, Stream<String> items) {
        String all = items.collect(joining());
        return all.isEmpty() ? "" : name + ":\n" + all;
    }

    private static String key(TsigKey key) {
        return "  - id: %s\n    algorithm: %s\n    secret: %s\n"
                .formatted(
                        key.name().display(),
                        key.algorithm().dnsName().display(),
                        Base64.getEncoder().encodeToString(key.secret()));
    }

    private static String remote(ServerPlan plan, Remote remote) {
        return "  - id: %s\n    address: %s@%d\n"
                        .formatted(remoteId(plan, remote), remote.host(), remote.server().port())
                + remote.key()
                        .map(key -> "    key: %s\n".formatted(key.name().display()))
                        .orElse("");
    }

    private static String remoteId(ServerPlan plan, Remote remote) {
        return "remote-" + plan.remotes().indexOf(remote);
    }

    private static Stream<String> grants(ServerPlan plan) {
        return Stream.concat(
                plan.keys().stream().map(KnotServer::grant),
                Stream.of(
                        "  - id: open-transfer\n    address: 127.0.0.0/8\n    action: transfer\n",
                        "  - id: open-notify\n    address: 127.0.0.0/8\n    action: notify\n"));
    }

    private static String grant(TsigKey key) {
        return "  - id: %1$s\n    key: %1$s\n    action: [transfer, update, notify]\n"
                .formatted(key.name().display());
    }

    private static String zone(Path folder, ServerPlan plan, PlannedZone zone) {
        var acl = new ArrayList<String>();
        plan.keys().forEach(key -> acl.add(key.name().display()));
        if (plan.openTransfers()) {
            acl.add("open-transfer");
        }
        String role =
                switch (zone) {
                    case PlannedZone.Primary _ -> "notify";
                    case PlannedZone.Secondary _ -> {
                        acl.add("open-notify");
                        yield "master";
                    }
                };
        var remotes = zone.remotes().stream().map(remote -> remoteId(plan, remote)).toList();
        return "  - domain: %s\n    storage: %s\n    file: %s\n"
                        .formatted(zone.origin().display(), folder, plan.fileName(zone))
                + list("acl", acl)
                + list(role, remotes);
    }

    private static String list(String name, List<String> items) {
        return items.isEmpty() ? "" : "    %s: [%s]\n".formatted(name, String.join(", ", items));
    }
}
