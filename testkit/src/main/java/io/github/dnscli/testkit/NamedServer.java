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

/// BIND's server with one zone; every key given may update and transfer it.
public final class NamedServer implements AutoCloseable {

    private final ServerProcess process;

    private NamedServer(ServerProcess process) {
        this.process = process;
    }

    /// {@return a server that answers}; skips the test when named is not installed
    ///
    /// @param zoneText the zone file, names relative to the zone
    /// @throws IOException if it does not start; the message holds its output
    public static NamedServer start(DomainName zone, String zoneText, TsigKey... keys)
            throws IOException {
        var program = Peer.NAMED.require();
        var folder = ServerProcess.folder(Peer.NAMED);
        int port = FreePort.any();
        Files.writeString(folder.resolve("zone"), zoneText);
        var configuration = folder.resolve("named.conf");
        Files.writeString(configuration, configuration(folder, port, zone, List.of(keys)));
        var command =
                List.of(program.toString(), "-g", "-4", "-n", "1", "-c", configuration.toString());
        return new NamedServer(ServerProcess.start(folder, port, zone, command));
    }

    private static String configuration(
            Path folder, int port, DomainName zone, List<TsigKey> keys) {
        String granted =
                keys.isEmpty()
                        ? "none; "
                        : keys.stream()
                                .map(key -> "key \"" + key.name().display() + "\"; ")
                                .collect(Collectors.joining());
        return keys.stream().map(NamedServer::clause).collect(Collectors.joining())
                + """
                options {
                  directory "%1$s"; listen-on port %2$d { 127.0.0.1; }; listen-on-v6 { none; };
                  pid-file none; lock-file none; session-keyfile none;
                  recursion no; dnssec-validation no; empty-zones-enable no; notify no;
                };
                controls { };
                zone "%3$s" {
                  type primary; file "zone";
                  allow-update { %4$s}; allow-transfer { %4$s};
                };
                """
                        .formatted(folder, port, zone.display(), granted);
    }

    private static String clause(TsigKey key) {
        return "key \"%s\" { algorithm %s; secret \"%s\"; };\n"
                .formatted(
                        key.name().display(),
                        key.algorithm().dnsName().display(),
                        Base64.getEncoder().encodeToString(key.secret()));
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
