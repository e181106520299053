package io.github.dnscli.testkit;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a real server is to do, whichever program it is. It listens on 127.0.0.1 and speaks to nobody whom the plan does
/// not name.
///
/// @param zones the zones it serves, none twice
/// @param keys the keys that may transfer and notify its zones, and update those it is the primary of, where the program
///     can be updated
/// @param openTransfers whether anybody may transfer, unsigned
/// @param port where it listens, 1 to 65535, or 0 for any free port
public record ServerPlan(
        List<PlannedZone> zones, List<TsigKey> keys, boolean openTransfers, int port) {

    /// A server that serves nothing.
    public static final ServerPlan EMPTY = new ServerPlan(List.of(), List.of(), false, 0);

    /// Copies the lists.
    public ServerPlan {
        zones = List.copyOf(zones);
        keys = List.copyOf(keys);
    }

    /// {@return the plan with a zone that the server is the primary of}
    ///
    /// @param text the zone file, names relative to the zone
    /// @param notified who is told of changes
    public ServerPlan primary(DomainName origin, String text, Remote... notified) {
        return with(new PlannedZone.Primary(origin, text, List.of(notified)));
    }

    /// {@return the plan with a zone that the server fetches}
    public ServerPlan secondary(DomainName origin, Remote... primaries) {
        return with(new PlannedZone.Secondary(origin, List.of(primaries)));
    }

    private ServerPlan with(PlannedZone zone) {
        return new ServerPlan(joined(zones, zone), keys, openTransfers, port);
    }

    /// {@return the plan with a key that may do everything}
    public ServerPlan key(TsigKey key) {
        return new ServerPlan(zones, joined(keys, key), openTransfers, port);
    }

    /// {@return the plan in which anybody may transfer}
    public ServerPlan withOpenTransfers() {
        return new ServerPlan(zones, keys, true, port);
    }

    /// {@return the plan with a port: one that another server has to know beforehand, or that was served before}
    public ServerPlan at(int port) {
        return new ServerPlan(zones, keys, openTransfers, port);
    }

    private static <T> List<T> joined(List<T> some, T one) {
        var all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    /// {@return one primary zone that every key may do everything with}
    static ServerPlan of(DomainName zone, String text, TsigKey... keys) {
        return new ServerPlan(List.of(), List.of(keys), false, 0).primary(zone, text);
    }

    /// {@return the plan with its port chosen}
    ///
    /// @throws IOException if no port is free
    ServerPlan settled() throws IOException {
        return port == 0 ? at(FreePort.any()) : this;
    }

    /// {@return all keys that the server has to know, those of its remotes among them}
    List<TsigKey> knownKeys() {
        return Stream.concat(keys.stream(), remotes().stream().flatMap(r -> r.key().stream()))
                .distinct()
                .toList();
    }

    /// {@return all servers spoken to}
    List<Remote> remotes() {
        return zones.stream().flatMap(zone -> zone.remotes().stream()).distinct().toList();
    }

    /// {@return a zone that is served from the start, if there is one}
    Optional<DomainName> firstPrimary() {
        return zones.stream()
                .filter(PlannedZone.Primary.class::isInstance)
                .map(PlannedZone::origin)
                .findFirst();
    }

    /// {@return the zone of a name}
    ///
    /// @throws IllegalArgumentException if the server is not its primary
    PlannedZone.Primary primaryOf(DomainName origin) {
        return zones.stream()
                .filter(PlannedZone.Primary.class::isInstance)
                .map(PlannedZone.Primary.class::cast)
                .filter(zone -> zone.origin().equals(origin))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not the primary of " + origin));
    }

    /// {@return what the file of a zone is called}
    String fileName(PlannedZone zone) {
        return "zone-" + zones.indexOf(zone);
    }
}
