package io.github.dnscli.server;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.notify.NotifyPlan;
import io.github.dnscli.server.secondary.Discovery;
import io.github.dnscli.server.secondary.SecondaryPlan;
import io.github.dnscli.server.secondary.SecondarySettings;
import io.github.dnscli.server.secondary.SecondaryStore;
import io.github.dnscli.server.secondary.SecondaryZone;
import io.github.dnscli.server.state.NotifyTarget;
import io.github.dnscli.server.state.ServerState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The wishes for a [NameServer]. Without any it serves nothing on a free port of the loopback address, keeps changes
/// in memory and notifies nobody.
public final class NameServerBuilder {

    private ServerState state = ServerState.EMPTY;
    private final List<TsigKey> keys = new ArrayList<>();
    private final List<InetSocketAddress> addresses = new ArrayList<>();
    private final List<NotifyTarget> targets = new ArrayList<>();
    private int nameServerPort;
    private ZoneStore store = ZoneStore.MEMORY;
    private ServerListener listener = ServerListener.NONE;
    private InstantSource clock = InstantSource.system();
    private SecondaryPlan secondaries = SecondaryPlan.NONE;

    NameServerBuilder() {}

    /// Serves a zone.
    ///
    /// @throws IllegalArgumentException if it has no SOA record
    public NameServerBuilder zone(Zone zone) {
        state = state.with(zone);
        return this;
    }

    /// Knows a key; what it may do follows from its name (see [io.github.dnscli.common.key.KeyName]) and from grants.
    public NameServerBuilder key(TsigKey key) {
        keys.add(key);
        return this;
    }

    /// Gives a key a right, whatever its name says.
    ///
    /// @param key the key's name
    /// @param operation what it may do
    /// @param zone at and below which name
    public NameServerBuilder grant(DomainName key, KeyOperation operation, DomainName zone) {
        state = state.withRights(state.rights().and(new KeyRights.Grant(key, operation, zone)));
        return this;
    }

    /// Lets anybody fetch whole zones.
    public NameServerBuilder openTransfers() {
        state = state.withSettings(state.settings().withOpenTransfers(true));
        return this;
    }

    /// Listens at an address, by UDP and TCP.
    ///
    /// @param address an address literal; names are not looked up
    /// @param port 0 to 65535; 0 takes a free one, see [NameServer#port()]
    public NameServerBuilder listen(String address, int port) {
        addresses.add(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        return this;
    }

    /// Tells a server of each change, and at start, until it answers (RFC 1996).
    public NameServerBuilder notify(NotifyTarget target) {
        targets.add(target);
        return this;
    }

    /// Tells the name servers of each zone of each change, unsigned: all hosts with addresses in the zones served,
    /// but for the one that the SOA record names as primary.
    ///
    /// @param port the port they listen on, 1 to 65535
    public NameServerBuilder notifyNameServers(int port) {
        nameServerPort = port;
        return this;
    }

    /// Keeps changes made by UPDATE.
    public NameServerBuilder store(ZoneStore keeper) {
        store = keeper;
        return this;
    }

    /// Serves a zone that comes from other servers, as soon as it has come; its key is known from then on.
    public NameServerBuilder secondary(SecondaryZone zone) {
        zone.key().ifPresent(keys::add);
        secondaries = secondaries.with(zone);
        return this;
    }

    /// Serves all zones of a primary that a key may transfer; the primary names them itself, as the servers of the OCaml
    /// original and this one do. The key is known from then on.
    ///
    /// @param key its holder may tell of zones that are not known, to be fetched from the primary
    public NameServerBuilder discover(ServerAddress primary, TsigKey key) {
        keys.add(key);
        secondaries = secondaries.with(new Discovery(primary, key));
        var names = new HashSet<>(state.settings().discoveryKeys());
        names.add(key.name());
        state = state.withSettings(state.settings().withDiscoveryKeys(names));
        return this;
    }

    /// Says how patient to be with zones that come from other servers.
    public NameServerBuilder secondarySettings(SecondarySettings settings) {
        secondaries = secondaries.with(settings);
        return this;
    }

    /// Keeps zones that come from other servers, to serve them after the next start until they expire.
    public NameServerBuilder secondaryStore(SecondaryStore keeper) {
        secondaries = secondaries.with(keeper);
        return this;
    }

    /// Tells what happens.
    public NameServerBuilder listener(ServerListener ear) {
        listener = ear;
        return this;
    }

    /// Takes the time from elsewhere, for tests.
    public NameServerBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /// {@return the server, listening}
    ///
    /// @throws IOException if an address cannot be had
    public NameServer start() throws IOException {
        if (addresses.isEmpty()) {
            listen("127.0.0.1", 0);
        }
        return new NameServer(this);
    }

    ServerState state() {
        return state.withKeys(keys);
    }

    List<InetSocketAddress> addresses() {
        return List.copyOf(addresses);
    }

    NotifyPlan notifications() {
        return new NotifyPlan(targets, nameServerPort);
    }

    SecondaryPlan secondaries() {
        return secondaries;
    }

    ZoneStore store() {
        return store;
    }

    ServerListener listener() {
        return listener;
    }

    InstantSource clock() {
        return clock;
    }
}
