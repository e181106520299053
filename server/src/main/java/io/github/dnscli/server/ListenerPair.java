package io.github.dnscli.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;

/// The two sockets of one address: names are served by UDP and TCP on the same port.
record ListenerPair(TcpListener tcp, UdpListener udp) {

    private static final System.Logger LOG = System.getLogger(ListenerPair.class.getName());
    private static final int ATTEMPTS = 32;

    /// Binds both. Where port 0 asks for any free port, one is looked for that is free for both.
    static ListenerPair bind(InetSocketAddress address, PacketHandler handler) throws IOException {
        for (int attempt = 1; ; attempt++) {
            var tcp = new TcpListener(address, handler);
            try {
                return new ListenerPair(tcp, new UdpListener(tcp.address(), handler));
            } catch (BindException busy) {
                closeQuietly(tcp);
                if (address.getPort() != 0 || attempt == ATTEMPTS) {
                    throw busy;
                }
            }
        }
    }

    static void closeQuietly(AutoCloseable listener) {
        try {
            listener.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.DEBUG, "a socket did not close: {0}", e.getMessage());
        }
    }
}
