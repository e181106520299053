package io.github.dnscli.server.notify;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Connection;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The clients that are told of changes on their own connections. Their number is bounded.
final class RegisteredClients {

    private final int limit;
    private final ConcurrentMap<Connection, Registration> byConnection = new ConcurrentHashMap<>();

    RegisteredClients(int limit) {
        this.limit = limit;
    }

    /// Adds a zone to what a client is told of, or the root for all zones.
    ///
    /// @return the registration; empty if there are too many already
    Optional<Registration> add(Connection connection, DomainName zone, TsigKey key) {
        if (byConnection.size() >= limit && !byConnection.containsKey(connection)) {
            return Optional.empty();
        }
        var registration = byConnection.computeIfAbsent(connection, Registration::new);
        registration.add(zone, key);
        connection.keep();
        return Optional.of(registration);
    }

    /// {@return the registration of a connection}
    Optional<Registration> of(Connection connection) {
        return Optional.ofNullable(byConnection.get(connection));
    }

    /// {@return the registration of a connection, which has ended; it is forgotten}
    Optional<Registration> remove(Connection connection) {
        return Optional.ofNullable(byConnection.remove(connection));
    }

    /// {@return the clients that are to be told of a zone, with the key that signs what each is told}
    Map<Registration, TsigKey> recipients(ServerState state, DomainName zone) {
        var recipients = new HashMap<Registration, TsigKey>();
        for (var registration : byConnection.values()) {
            registration.keyFor(zone, state).ifPresent(key -> recipients.put(registration, key));
        }
        return recipients;
    }

    /// {@return the keys by which the clients at these addresses know the server}
    static Map<InetAddress, TsigKey> byAddress(Map<Registration, TsigKey> recipients) {
        var byAddress = new HashMap<InetAddress, TsigKey>();
        recipients.forEach(
                (registration, key) ->
                        byAddress.put(registration.connection().peer().address(), key));
        return byAddress;
    }
}
