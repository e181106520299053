package io.github.dnscli.server;

import io.github.dnscli.common.transport.ServerAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a server can be reached, as it would be written by somebody else.
final class OwnAddresses {

    private static final System.Logger LOG = System.getLogger(OwnAddresses.class.getName());

    private OwnAddresses() {}

    /// {@return the addresses, in place of the one that stands for all of them the host's own}
    static Set<ServerAddress> of(List<InetSocketAddress> bound) {
        return bound.stream()
                .flatMap(
                        socket ->
                                addresses(socket.getAddress())
                                        .map(own -> new ServerAddress(own, socket.getPort())))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<InetAddress> addresses(InetAddress bound) {
        if (!bound.isAnyLocalAddress()) {
            return Stream.of(bound);
        }
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
        } catch (SocketException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "the host does not say which addresses it has: {0}",
                    e.getMessage());
            return Stream.of(bound);
        }
    }
}
