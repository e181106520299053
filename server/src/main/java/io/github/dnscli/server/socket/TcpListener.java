package io.github.dnscli.server.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Takes connections on one socket, a virtual thread for each.
final class TcpListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TcpListener.class.getName());
    private static final int BACKLOG = 1024;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ServerSocket listening;
    private final ConnectionTable connections;

    /// Binds the socket.
    ///
    /// @param connections where those that are taken count
    /// @throws IOException if the address cannot be had
    TcpListener(InetSocketAddress address, ConnectionTable connections) throws IOException {
        this.connections = connections;
        this.listening = new ServerSocket();
        try {
            listening.setReuseAddress(true);
            listening.bind(address, BACKLOG);
        } catch (IOException busy) {
            close();
            throw busy;
        }
    }

    /// {@return where it listens, with the true port}
    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    /// Begins to take connections.
    ///
    /// @param handler answers what comes on them
    /// @param threads get one more
    void start(PacketHandler handler, SocketThreads threads) {
        threads.start("dns-tcp", () -> accept(handler));
    }

    /// Where the system has no more sockets to give, it has none a moment later either: a pause leaves it in peace.
    private void accept(PacketHandler handler) {
        while (!listening.isClosed()) {
            try {
                take(listening.accept(), handler);
            } catch (IOException | OutOfMemoryError e) {
                if (!listening.isClosed()) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "no connection could be taken: {0}",
                            e.getMessage());
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private void take(Socket socket, PacketHandler handler) {
        try {
            var connection = new TcpConnection(socket, connections.limits());
            if (connections.admit(connection)) {
                Thread.ofVirtual().start(() -> serve(connection, handler));
            } else {
                connection.close();
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "connection lost: {0}", gone.getMessage());
            ListenerPair.closeQuietly(socket);
        }
    }

    private void serve(TcpConnection connection, PacketHandler handler) {
        try {
            connection.serve(handler);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "connection of {0} ended: {1}",
                    connection.peer(),
                    e.getMessage());
        } finally {
            connection.close();
            connections.remove(connection);
            handler.ended(connection);
        }
    }

    /// Takes no more connections; those it has taken stay.
    @Override
    public void close() throws IOException {
        listening.close();
    }
}
