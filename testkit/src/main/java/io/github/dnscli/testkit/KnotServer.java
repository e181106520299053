package io.github.dnscli.testkit;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Knot's server with one zone; every key given may update and transfer it.
public final class KnotServer implements AutoCloseable {

    private final ServerProcess process;

    private KnotServer(ServerProcess process) {
        this.process = process;
    }

    /// {@return a server that answers}; skips the test when knotd is not installed
    ///
    /// @param zoneText the zone file, names relative to the zone
    /// @throws IOException if it does not start; the message holds its output
    public static KnotServer start(DomainName zone, String zoneText, TsigKey... keys)
            throws IOException {
        var program = Peer.KNOTD.require();
        var folder = ServerProcess.folder(Peer.KNOTD);
        int port = FreePort.any();
        Files.createDirectory(folder.resolve("db"));
        Files.writeString(folder.resolve("zone"), zoneText);
        var configuration = folder.resolve("knot.conf");
        Files.writeString(configuration, configuration(folder, port, zone, List.of(keys)));
        var command = List.of(program.toString(), "-c", configuration.toString());
        return new KnotServer(ServerProcess.start(folder, port, zone, command));
    }

    private static String configuration(
            Path folder, int port, DomainName zone, List<TsigKey> keys) {
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
                        .formatted(folder, port)
                + section("key", keys.stream().map(KnotServer::key))
                + section("acl", keys.stream().map(KnotServer::grant))
                + """
                zone:
                  - domain: %s
                    storage: %s
                    file: zone
                    acl: [%s]
                """
                        .formatted(
                                zone.display(),
                                folder,
                                keys.stream()
                                        .map(key -> key.name().display())
                                        .collect(Collectors.joining(", ")));
    }

    private static String section(String name, Stream<String> items) {
        String all = items.collect(Collectors.joining());
        return all.isEmpty() ? "" : name + ":\n" + all;
    }

    private static String key(TsigKey key) {
        return "  - id: %s\n    algorithm: %s\n    secret: %s\n"
                .formatted(
                        key.name().display(),
                        key.algorithm().dnsName().display(),
                        Base64.getEncoder().encodeToString(key.secret()));
    }

    private static String grant(TsigKey key) {
        return "  - id: %1$s\n    key: %1$s\n    action: [transfer, update, notify]\n"
                .formatted(key.name().display());
    }

    /// {@return where it listens}
    public ServerAddress address() {
        return process.address();
    }

    /// {@return what it has printed so far}
    ///
    /// @throws IOException if that cannot be read
    public String output() throws IOException {
        return process.output();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
