package io.github.dnscli.server;

import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.notify.NotifySender;
import io.github.dnscli.server.secondary.Host;
import io.github.dnscli.server.secondary.Secondaries;
import io.github.dnscli.server.socket.ListenerPair;
import io.github.dnscli.server.socket.PacketHandler;
import io.github.dnscli.server.socket.TcpListener;
import io.github.dnscli.server.socket.UdpListener;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.ZoneChange;
import io.github.dnscli.server.turn.Effect;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// A running authoritative name server. Queries read one immutable state and never wait; updates and reloads take
/// turns to replace it.
public final class NameServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(NameServer.class.getName());

    private final AtomicReference<ServerState> state;
    private final ReentrantLock writing = new ReentrantLock();
    private final ZoneStore store;
    private final ServerListener listener;
    private final InstantSource clock;
    private final NotifySender notifications;
    private final Secondaries secondaries;
    private final List<TcpListener> connections = new ArrayList<>();
    private final List<UdpListener> datagrams = new ArrayList<>();

    NameServer(NameServerBuilder wishes) throws IOException {
        this.state = new AtomicReference<>(wishes.state());
        this.store = wishes.store();
        this.listener = wishes.listener();
        this.clock = wishes.clock();
        this.notifications = new NotifySender(wishes.notifications(), clock);
        this.secondaries =
                new Secondaries(wishes.secondaries(), new Hosting(), clock, new SecureRandom());
        try {
            for (var address : wishes.addresses()) {
                bind(address);
            }
        } catch (IOException busy) {
            close();
            throw busy;
        }
        connections.forEach(TcpListener::start);
        datagrams.forEach(UdpListener::start);
        state.get().zones().values().forEach(this::announce);
        secondaries.start();
    }

    /// Serves what the secondary fetches.
    private final class Hosting implements Host {

        @Override
        public ServerState state() {
            return NameServer.this.state();
        }

        @Override
        public void change(UnaryOperator<ServerState> change) {
            NameServer.this.change(change);
        }

        @Override
        public Effect handle(byte[] packet, Peer peer) {
            return Responder.handle(state(), packet, peer, clock.instant());
        }

        @Override
        public void tell(SecondaryEvent event) {
            NameServer.tell(() -> listener.secondary(event));
        }
    }

    /// {@return the wishes for a server, to be filled in}
    public static NameServerBuilder builder() {
        return new NameServerBuilder();
    }

    private void bind(InetSocketAddress address) throws IOException {
        var pair = ListenerPair.bind(address, this::handle);
        connections.add(pair.tcp());
        datagrams.add(pair.udp());
    }

    /// {@return where the server listens, by UDP and TCP alike; with the true port where 0 was asked for}
    public List<InetSocketAddress> addresses() {
        return connections.stream().map(TcpListener::address).toList();
    }

    /// {@return the port of the first address}
    public int port() {
        return addresses().getFirst().getPort();
    }

    /// {@return what the server serves right now}
    public ServerState state() {
        return Objects.requireNonNull(state.get());
    }

    /// Replaces what the server serves. No update runs meanwhile, so that a change made from the current state loses
    /// none. Zones that are new, or have another serial, are announced.
    ///
    /// @param change makes the new state of the current one
    public void change(UnaryOperator<ServerState> change) {
        writing.lock();
        try {
            var before = state();
            var after = change.apply(before);
            state.set(after);
            after.zones().values().stream()
                    .filter(zone -> !sameSerial(before, zone))
                    .forEach(this::announce);
        } finally {
            writing.unlock();
        }
    }

    private static boolean sameSerial(ServerState before, Zone zone) {
        return before.zone(zone.origin())
                .filter(old -> old.serial().equals(zone.serial()))
                .isPresent();
    }

    private void announce(Zone zone) {
        notifications.announce(zone);
    }

    private Iterator<Effect.Wire> handle(byte[] packet, Peer peer) {
        return switch (Responder.handle(state(), packet, peer, clock.instant())) {
            case Effect.Answer(var wire) -> one(wire);
            case Effect.Stream(var messages) -> messages;
            case Effect.Silence _ -> PacketHandler.silence();
            case Effect.News(var zone, var key, var serial, var answer) -> {
                secondaries.notified(zone, peer.address(), key, serial);
                key.ifPresent(name -> tell(() -> listener.notified(zone, name, peer)));
                yield one(answer);
            }
            case Effect.Refusal(var reason, var answer) -> {
                tell(() -> listener.refused(peer, reason));
                yield one(answer);
            }
            case Effect.Registration(_, _, var answer) -> one(answer);
            case Effect.Proposal _ -> one(commit(packet, peer));
        };
    }

    private static Iterator<Effect.Wire> one(Effect.Wire wire) {
        return List.of(wire).iterator();
    }

    /// The update is evaluated once more under the lock: the state may have moved since it was first looked at.
    private Effect.Wire commit(byte[] packet, Peer peer) {
        writing.lock();
        try {
            return switch (Responder.handle(state(), packet, peer, clock.instant())) {
                case Effect.Proposal(var change, var accepted, var failed) ->
                        save(change) ? accepted : failed;
                case Effect.Answer(var wire) -> wire;
                case Effect.Refusal(var reason, var wire) -> {
                    tell(() -> listener.refused(peer, reason));
                    yield wire;
                }
                case Effect.News(_, _, _, var wire) -> wire;
                case Effect.Stream _, Effect.Registration _, Effect.Silence _ ->
                        throw new IllegalStateException("an update led to a transfer");
            };
        } finally {
            writing.unlock();
        }
    }

    private boolean save(ZoneChange change) {
        try {
            store.save(change);
        } catch (IOException | RuntimeException e) {
            tell(() -> listener.unsaved(change, e));
            return false;
        }
        state.set(state().with(change));
        announce(change.after());
        tell(() -> listener.updated(change));
        return true;
    }

    private static void tell(Runnable news) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                news.run();
                            } catch (RuntimeException e) {
                                LOG.log(System.Logger.Level.ERROR, "a listener failed", e);
                            }
                        });
    }

    /// Stops listening and notifying. Updates that are being stored are waited for.
    @Override
    public void close() {
        writing.lock();
        try {
            connections.forEach(ListenerPair::closeQuietly);
            datagrams.forEach(ListenerPair::closeQuietly);
            notifications.close();
            secondaries.close();
        } finally {
            writing.unlock();
        }
    }
}
