package io.github.dnscli.testkit;

import static java.util.stream.Collectors.joining;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// NSD's server. It takes no updates; its zones change by [#replace], and what changed is then given by IXFR.
public final class NsdServer extends RealServer {

    private final ServerPlan plan;

    private NsdServer(ServerProcess process, ServerPlan plan) {
        super(process);
        this.plan = plan;
    }

    /// {@return a server with one zone, which every key may transfer}; skips the test when nsd is not installed
    ///
    /// @param zoneText the zone file, names relative to the zone
    /// @throws IOException if it does not start; the message holds its output
    public static NsdServer start(DomainName zone, String zoneText, TsigKey... keys)
            throws IOException {
        return start(ServerPlan.of(zone, zoneText, keys));
    }

    /// {@return a server that does as planned}; skips the test when nsd is not installed
    ///
    /// @throws IOException if it does not start; the message holds its output
    public static NsdServer start(ServerPlan wished) throws IOException {
        var program = Peer.NSD.require();
        var plan = wished.settled();
        var folder = ServerProcess.folder(Peer.NSD, plan);
        var configuration = folder.resolve("nsd.conf");
        Files.writeString(configuration, configuration(folder, plan));
        var command = List.of(program.toString(), "-d", "-c", configuration.toString());
        return new NsdServer(ServerProcess.start(folder, plan, command), plan);
    }

    /// Puts another text in the place of a zone that the server is the primary of, and has the server read it.
    ///
    /// @param text the whole zone file, with a greater serial
    /// @throws IOException if it cannot be written
    public void replace(DomainName origin, String text) throws IOException {
        var zone = plan.primaryOf(origin);
        Files.writeString(process().folder().resolve(plan.fileName(zone)), text);
        process().signal("HUP");
    }

    private static String configuration(Path folder, ServerPlan plan) {
        return """
        server:
          ip-address: 127.0.0.1@%2$d
          do-ip6: no
          server-count: 1
          username: ""
          chroot: ""
          database: ""
          zonesdir: "%1$s"
          pidfile: "%1$s/nsd.pid"
          xfrdfile: "%1$s/xfrd.state"
          xfrdir: "%1$s"
          zonelistfile: "%1$s/zones.list"
          xfrd-reload-timeout: 0
          zonefiles-check: yes
          rrl-ratelimit: 0
          rrl-whitelist-ratelimit: 0
          verbosity: 2
        remote-control:
          control-enable: no
        """
                        .formatted(folder, plan.port())
                + plan.knownKeys().stream().map(NsdServer::key).collect(joining())
                + plan.zones().stream().map(zone -> zone(plan, zone)).collect(joining());
    }

    private static String key(TsigKey key) {
        return "key:\n  name: \"%s\"\n  algorithm: %s\n  secret: \"%s\"\n"
                .formatted(
                        key.name().display(),
                        key.algorithm().dnsName().display(),
                        Base64.getEncoder().encodeToString(key.secret()));
    }

    private static String zone(ServerPlan plan, PlannedZone zone) {
        var allowed =
                Stream.concat(
                        plan.keys().stream().map(key -> key.name().display()),
                        plan.openTransfers() ? Stream.of("NOKEY") : Stream.of());
        return "zone:\n  name: \"%s\"\n  zonefile: \"%s\"\n  store-ixfr: yes\n  create-ixfr: yes\n"
                        .formatted(zone.origin().display(), plan.fileName(zone))
                + allowed.map(key -> "  provide-xfr: 127.0.0.0/8 " + key + "\n").collect(joining())
                + role(plan, zone);
    }

    private static String role(ServerPlan plan, PlannedZone zone) {
        return switch (zone) {
            case PlannedZone.Primary primary -> remotes("notify", primary);
            case PlannedZone.Secondary secondary ->
                    remotes("request-xfr", secondary)
                            + Stream.concat(
                                            plan.keys().stream().map(key -> key.name().display()),
                                            Stream.of("NOKEY"))
                                    .map(key -> "  allow-notify: 127.0.0.0/8 " + key + "\n")
                                    .collect(joining());
        };
    }

    private static String remotes(String option, PlannedZone zone) {
        return zone.remotes().stream()
                .map(
                        remote ->
                                "  %s: %s@%d %s\n"
                                        .formatted(
                                                option,
                                                remote.host(),
                                                remote.server().port(),
                                                remote.keyName("NOKEY")))
                .collect(joining());
    }
}
