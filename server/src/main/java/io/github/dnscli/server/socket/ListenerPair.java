package io.github.dnscli.server.socket;

import io.github.dnscli.server.state.Limits;
import io.github.dnscli.server.watch.Counters;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Locale;

/// The sockets of one address: names are served by UDP and TCP on the same port.
///
/// @param tcp takes connections
/// @param udp takes datagrams
record ListenerPair(TcpListener tcp, UdpListener udp) {

    private static final System.Logger LOG = System.getLogger(ListenerPair.class.getName());
    private static final int ATTEMPTS = 32;

    /// Binds both. Where port 0 asks for any free port, one is looked for that is free for both.
    ///
    /// @param connections where connections count
    /// @param limits the bounds of UDP
    /// @param counters counts the rest
    /// @throws IOException if the address cannot be had; the message names it
    static ListenerPair bind(
            InetSocketAddress address,
            ConnectionTable connections,
            Limits limits,
            Counters counters)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            var tcp = tcp(address, connections);
            try {
                return new ListenerPair(tcp, udp(tcp.address(), limits, counters));
            } catch (BindException busy) {
                closeQuietly(tcp);
                if (address.getPort() != 0 || attempt == ATTEMPTS) {
                    throw named(address, busy);
                }
            }
        }
    }

    private static UdpListener udp(InetSocketAddress address, Limits limits, Counters counters)
            throws IOException {
        return new UdpListener(
                address, limits.datagramThreads(), limits.datagramUpdates(), counters);
    }

    private static TcpListener tcp(InetSocketAddress address, ConnectionTable connections)
            throws IOException {
        try {
            return new TcpListener(address, connections);
        } catch (BindException busy) {
            throw named(address, busy);
        }
    }

    /// The JDK says what is wrong, but not with which address.
    private static BindException named(InetSocketAddress address, BindException trouble) {
        var named =
                new BindException(
                        "cannot listen on %s port %s: %s"
                                .formatted(
                                        address.getAddress().getHostAddress(),
                                        address.getPort(),
                                        reason(trouble)));
        named.initCause(trouble);
        return named;
    }

    private static String reason(BindException trouble) {
        String text = String.valueOf(trouble.getMessage()).replaceFirst(" \\(.*", "");
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /// Closes a socket; when that fails, it is not worth more than a line for those who search for it.
    static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.DEBUG, "a socket did not close: {0}", e.getMessage());
        }
    }
}
