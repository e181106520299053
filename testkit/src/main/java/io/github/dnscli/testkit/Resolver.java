package io.github.dnscli.testkit;

import static java.util.stream.Collectors.joining;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// BIND's server as a resolver: it asks the servers that it is told of about their zones, follows aliases from one to the
/// other, and forgets within the second what it has heard.
public final class Resolver implements AutoCloseable {

    private final ServerProcess process;

    private Resolver(ServerProcess process) {
        this.process = process;
    }

    /// {@return a running resolver}; skips the test when named is not installed
    ///
    /// @param zones whom to ask about which zone
    /// @throws IOException if it does not start; the message holds its output
    public static Resolver start(Map<DomainName, ServerAddress> zones) throws IOException {
        var program = Peer.NAMED.require().toString();
        int port = FreePort.any();
        var folder = Files.createTempDirectory("dnscli-resolver-");
        var configuration = folder.resolve("named.conf");
        Files.writeString(configuration, configuration(folder, port, zones));
        var command = List.of(program, "-g", "-4", "-n", "1", "-c", configuration.toString());
        return new Resolver(ServerProcess.start(folder, port, command, Resolver::takesConnections));
    }

    private static String configuration(
            Path folder, int port, Map<DomainName, ServerAddress> zones) {
        return """
        options {
          directory "%s"; listen-on port %d { 127.0.0.1; }; listen-on-v6 { none; };
          pid-file none; lock-file none; session-keyfile none;
          recursion yes; allow-recursion { 127.0.0.0/8; }; dnssec-validation no;
          empty-zones-enable no; max-cache-ttl 0; max-ncache-ttl 0; servfail-ttl 0;
        };
        controls { };
        """
                        .formatted(folder, port)
                + zones.entrySet().stream()
                        .map(zone -> clause(zone.getKey(), zone.getValue()))
                        .collect(joining());
    }

    private static String clause(DomainName zone, ServerAddress server) {
        return "zone \"%s\" { type forward; forward only; forwarders { %s port %d; }; };\n"
                .formatted(zone.display(), server.address().getHostAddress(), server.port());
    }

    private static boolean takesConnections(ServerAddress address) {
        try (var socket = new Socket(address.address(), address.port())) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    /// {@return where it listens}
    public ServerAddress address() {
        return process.address();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
