package io.github.dnscli.server.socket;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Locale;

/// The two sockets of one address: names are served by UDP and TCP on the same port.
public record ListenerPair(TcpListener tcp, UdpListener udp) {

    private static final System.Logger LOG = System.getLogger(ListenerPair.class.getName());
    private static final int ATTEMPTS = 32;

    /// Binds both. Where port 0 asks for any free port, one is looked for that is free for both.
    public static ListenerPair bind(InetSocketAddress address, PacketHandler handler)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            var tcp = tcp(address, handler);
            try {
                return new ListenerPair(tcp, new UdpListener(tcp.address(), handler));
            } catch (BindException busy) {
                closeQuietly(tcp);
                if (address.getPort() != 0 || attempt == ATTEMPTS) {
                    throw named(address, busy);
                }
            }
        }
    }

    private static TcpListener tcp(InetSocketAddress address, PacketHandler handler)
            throws IOException {
        try {
            return new TcpListener(address, handler);
        } catch (BindException busy) {
            throw named(address, busy);
        }
    }

    /// The JDK says what is wrong, but not with which address.
    private static BindException named(InetSocketAddress address, BindException trouble) {
        var named =
                new BindException(
                        "cannot listen on %s port %d: %s"
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

    public static void closeQuietly(AutoCloseable listener) {
        try {
            listener.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.DEBUG, "a socket did not close: {0}", e.getMessage());
        }
    }
}
