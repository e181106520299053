package io.github.dnscli.server.notify;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.NotifySettings;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Connection;
import io.github.dnscli.server.watch.Counters;
import io.github.dnscli.server.watch.Events;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Tells others of changes: all zones at the start, and from then on those that are new, have another serial or are
/// gone.
///
/// A zone that is gone is announced with the serial after its last, so that secondaries ask for it; the answer says that
/// it is gone, and those that find their zones by being told of them let go of it.
public final class Announcer implements AutoCloseable {

    private final NotifyPlan plan;
    private final RegisteredClients registered;
    private final NotifySender sender;
    private final AtomicReference<KeyedSecondaries> keyed =
            new AtomicReference<>(KeyedSecondaries.NONE);

    /// Begins to tell.
    ///
    /// @param plan which servers are told
    /// @param settings how they are told
    /// @param registrations how many clients may be told on their own connections
    /// @param clock what signatures say of the time
    public Announcer(
            NotifyPlan plan,
            NotifySettings settings,
            int registrations,
            InstantSource clock,
            Events events,
            Counters counters) {
        this.plan = plan;
        this.registered = new RegisteredClients(registrations);
        this.sender = new NotifySender(settings, clock, events, counters);
    }

    /// Tells of a zone that is new or has changed.
    public void announce(ServerState state, Zone zone) {
        tell(state, zone, zone.serial().orElseThrow());
    }

    private void tell(ServerState state, Zone zone, Serial serial) {
        var origin = zone.origin();
        var clients = registered.recipients(state, origin);
        plan.recipients(state, zone, keyed(state), RegisteredClients.byAddress(clients))
                .forEach(
                        (server, key) ->
                                sender.tell(
                                        new Recipient.Server(server),
                                        new News(origin, serial, key)));
        clients.forEach(
                (client, key) -> sender.tell(client, new News(origin, serial, Optional.of(key))));
    }

    /// Tells of all that differs between what was served and what is.
    public void moved(ServerState before, ServerState after) {
        for (var zone : after.zones().values()) {
            if (!hasSameSerial(before, zone)) {
                announce(after, zone);
            }
        }
        for (var zone : before.zones().values()) {
            if (isGone(zone.origin(), after)) {
                tell(before, zone, zone.serial().orElseThrow().next());
            }
        }
        if (!after.keys().equals(before.keys())) {
            introduceNew(before, after);
        }
    }

    private static boolean hasSameSerial(ServerState before, Zone zone) {
        return before.zone(zone.origin())
                .filter(old -> old.serial().equals(zone.serial()))
                .isPresent();
    }

    /// A zone that comes from elsewhere and has expired is not gone: it will be back.
    private static boolean isGone(DomainName origin, ServerState after) {
        return after.zone(origin).isEmpty() && !after.secondaries().containsKey(origin);
    }

    /// Tells the servers that the names of new keys name of the zones that these are for.
    private void introduceNew(ServerState before, ServerState after) {
        var keyed = keyed(after);
        for (var zone : after.zones().values()) {
            keyed.of(zone.origin())
                    .forEach(
                            (server, key) -> {
                                if (before.key(key.name()).filter(key::equals).isEmpty()
                                        && !plan.own().contains(server)) {
                                    sender.tell(new Recipient.Server(server), news(zone, key));
                                }
                            });
        }
    }

    private static News news(Zone zone, TsigKey key) {
        return new News(zone.origin(), zone.serial().orElseThrow(), Optional.of(key));
    }

    /// Read once for each set of keys.
    private KeyedSecondaries keyed(ServerState state) {
        var known = Objects.requireNonNull(keyed.get());
        if (known.keys().equals(state.keys())) {
            return known;
        }
        var fresh = KeyedSecondaries.of(state.keys(), plan.ports());
        keyed.set(fresh);
        return fresh;
    }

    /// Tells a client of changes from now on, on the connection it opened. One that wants to know of all zones is told
    /// of each at once, so that it learns which there are. Where too many are told already, nothing comes of it.
    ///
    /// @param zone the zone; the root for all
    /// @param key signs what it is told
    public void register(ServerState state, Connection connection, DomainName zone, TsigKey key) {
        var registration = registered.add(connection, zone, key);
        if (registration.isPresent() && zone.isRoot()) {
            var client = registration.get();
            for (var served : state.zones().values()) {
                client.keyFor(served.origin(), state)
                        .map(signing -> news(served, signing))
                        .ifPresent(news -> sender.tell(client, news));
            }
        }
    }

    /// Takes a reply that came on a connection.
    public void heard(Connection connection, byte[] reply) {
        registered.of(connection).ifPresent(client -> client.heard(reply));
    }

    /// Forgets the client whose connection has ended.
    public void ended(Connection connection) {
        registered
                .remove(connection)
                .ifPresent(client -> sender.forget(client, "the connection has ended"));
    }

    /// Stops telling at once: whoever was not reached will ask by itself.
    @Override
    public void close() {
        sender.close();
    }
}
