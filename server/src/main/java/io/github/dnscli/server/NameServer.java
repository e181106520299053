package io.github.dnscli.server;

import io.github.dnscli.server.event.ServerMetrics;
import io.github.dnscli.server.notify.Announcer;
import io.github.dnscli.server.notify.NotifyPlan;
import io.github.dnscli.server.secondary.Secondaries;
import io.github.dnscli.server.secondary.ZoneStanding;
import io.github.dnscli.server.socket.Listeners;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.watch.Counters;
import io.github.dnscli.server.watch.Events;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A running authoritative name server. Queries read one immutable state and never wait; updates and reloads take
/// turns to replace it.
public final class NameServer implements AutoCloseable {

    private final Counters counters = new Counters();
    private final Duration timeToClose;
    private final Listeners listeners;
    private final Events events;
    private final Announcer announcer;
    private final Writer writer;
    private final Secondaries secondaries;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    NameServer(NameServerBuilder wishes) throws IOException {
        var limits = wishes.limits();
        this.timeToClose = limits.closing();
        this.listeners = Listeners.bind(wishes.addresses(), limits, counters);
        this.events =
                new Events(
                        wishes.listeners(),
                        wishes.queryListeners(),
                        limits.events(),
                        counters.droppedEvents());
        this.announcer =
                new Announcer(
                        new NotifyPlan(
                                wishes.targets(),
                                wishes.ports(),
                                OwnAddresses.of(listeners.addresses())),
                        wishes.notifySettings(),
                        limits.connections().registered(),
                        wishes.clock(),
                        events,
                        counters);
        this.writer = new Writer(wishes.state(), wishes.store(), announcer, events, counters);
        var transfers = new OutgoingTransfers(limits.transfers(), events, counters);
        var host = new Hosting(writer, events, wishes.clock());
        this.secondaries =
                new Secondaries(wishes.secondaries(), host, wishes.clock(), new SecureRandom());
        restore();
        listeners.start(
                new Dispatcher(
                        writer,
                        secondaries,
                        new Recollection(wishes.past(), limits.transfers().turn()),
                        transfers,
                        announcer,
                        events,
                        counters,
                        wishes.clock()));
        writer.announce();
        secondaries.start();
    }

    private void restore() throws IOException {
        try {
            secondaries.restore();
        } catch (IOException unreadable) {
            listeners.discard();
            announcer.close();
            events.end();
            throw unreadable;
        }
    }

    /// {@return the wishes for a server, to be filled in}
    public static NameServerBuilder builder() {
        return new NameServerBuilder();
    }

    /// {@return where the server listens, by UDP and TCP alike; with the true port where 0 was asked for}
    public List<InetSocketAddress> addresses() {
        return listeners.addresses();
    }

    /// {@return the port of the first address}
    public int port() {
        return addresses().getFirst().getPort();
    }

    /// {@return what the server serves right now}
    public ServerState state() {
        return writer.state();
    }

    /// {@return what the server has counted since its start}
    public ServerMetrics metrics() {
        return counters.snapshot(listeners.open(), listeners.kept());
    }

    /// {@return how the zones stand that come from elsewhere, in the order of their names}
    public List<ZoneStanding> standings() {
        return secondaries.standings();
    }

    /// Replaces what the server serves. No update runs meanwhile, so that a change made from the current state loses
    /// none. Zones that are new, have another serial or are gone are announced.
    ///
    /// @param change makes the new state of the current one
    public void change(UnaryOperator<ServerState> change) {
        writer.change(change);
    }

    /// Stops listening and notifying. What has come is answered, updates are finished and listeners hear of it, within
    /// the limit for closing; transfers are broken off between two messages. A second call does nothing.
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        long end = System.nanoTime() + timeToClose.toNanos();
        Supplier<Duration> timeLeft = () -> Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        try {
            listeners.close(timeLeft);
            writer.rest(timeLeft.get());
            secondaries.close();
            announcer.close();
            events.close(timeLeft);
        } catch (InterruptedException _) {
            secondaries.close();
            announcer.close();
            events.end();
            Thread.currentThread().interrupt();
        }
    }
}
