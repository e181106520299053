package io.github.dnscli.server.state;

import io.github.dnscli.common.transport.ServerAddress;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/// At which port the server at an address listens, for addresses that zones and keys name without a port.
///
/// @param ports the ports that are known, by address; 1 to 65535, or 0 to leave an address alone
/// @param others the port at all other addresses; 0 to leave them alone
public record PortMap(Map<InetAddress, Integer> ports, int others) {

    /// Leaves every address alone.
    public static final PortMap NONE = all(0);

    private static final int MAX_PORT = 0xffff;

    /// Copies the map and checks the ports.
    public PortMap {
        ports = Map.copyOf(ports);
        ports.values().forEach(PortMap::check);
        check(others);
    }

    private static void check(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " is not in 0..65535");
        }
    }

    /// {@return the same port everywhere}
    public static PortMap all(int port) {
        return new PortMap(Map.of(), port);
    }

    /// {@return the server at an address; empty to leave it alone}
    public Optional<ServerAddress> server(InetAddress address) {
        int port = ports.getOrDefault(address, others);
        return port == 0 ? Optional.empty() : Optional.of(new ServerAddress(address, port));
    }
}
