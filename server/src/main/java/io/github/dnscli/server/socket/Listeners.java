package io.github.dnscli.server.socket;

import io.github.dnscli.server.state.Limits;
import io.github.dnscli.server.watch.Counters;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// All sockets of a server.
public final class Listeners {

    private final ConnectionTable connections;
    private final List<ListenerPair> pairs = new ArrayList<>();
    private final SocketThreads threads = new SocketThreads();

    private Listeners(ConnectionTable connections) {
        this.connections = connections;
    }

    /// {@return sockets at all these addresses, by UDP and TCP alike}; nothing is taken from them yet
    ///
    /// @throws IOException if one cannot be had; the message names it, and none is kept
    public static Listeners bind(
            List<InetSocketAddress> addresses, Limits limits, Counters counters)
            throws IOException {
        var connections = new ConnectionTable(limits.connections(), counters);
        var listeners = new Listeners(connections);
        try {
            for (var address : addresses) {
                listeners.pairs.add(ListenerPair.bind(address, connections, limits, counters));
            }
            return listeners;
        } catch (IOException busy) {
            listeners.discard();
            throw busy;
        }
    }

    /// Closes all at once.
    public void discard() {
        for (var pair : pairs) {
            ListenerPair.closeQuietly(pair.tcp());
            ListenerPair.closeQuietly(pair.udp());
        }
        connections.discard();
    }

    /// Begins to take packets.
    public void start(PacketHandler handler) {
        for (var pair : pairs) {
            pair.tcp().start(handler, threads);
            pair.udp().start(handler, threads);
        }
    }

    /// {@return where they listen, with true ports}
    public List<InetSocketAddress> addresses() {
        return pairs.stream().map(pair -> pair.tcp().address()).toList();
    }

    /// {@return how many connections are open}
    public int open() {
        return connections.size();
    }

    /// {@return how many of them are kept for news}
    public int kept() {
        return connections.kept();
    }

    /// Takes nothing more, and waits until what has come is answered; then all is closed, and the addresses are free.
    ///
    /// @param timeLeft tells how long to wait at the most, asked before each wait
    /// @throws InterruptedException if the calling thread is told not to wait; all is closed then as well
    public void close(Supplier<Duration> timeLeft) throws InterruptedException {
        try {
            pairs.forEach(pair -> ListenerPair.closeQuietly(pair.tcp()));
            for (var pair : pairs) {
                pair.udp().close(timeLeft);
            }
            threads.awaitEnd(timeLeft);
            connections.close(timeLeft.get());
        } finally {
            discard();
        }
    }
}
