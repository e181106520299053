package io.github.dnscli.server;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.SerialPolicy;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.wire.MacPolicy;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.QueryListener;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.secondary.Discovery;
import io.github.dnscli.server.secondary.SecondaryPlan;
import io.github.dnscli.server.secondary.SecondarySettings;
import io.github.dnscli.server.secondary.SecondaryStore;
import io.github.dnscli.server.secondary.SecondaryZone;
import io.github.dnscli.server.state.Limits;
import io.github.dnscli.server.state.NotifySettings;
import io.github.dnscli.server.state.NotifyTarget;
import io.github.dnscli.server.state.PortMap;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.TransferSettings;
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
    private final List<ServerListener> listeners = new ArrayList<>();
    private final List<QueryListener> queryListeners = new ArrayList<>();
    private PortMap ports = PortMap.NONE;
    private NotifySettings notifySettings = NotifySettings.DEFAULT;
    private Limits limits = Limits.DEFAULT;
    private ZoneStore store = ZoneStore.MEMORY;
    private ZonePast past = ZonePast.NONE;
    private SecondaryPlan secondaries = SecondaryPlan.NONE;
    private InstantSource clock = InstantSource.system();

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
        return grant(new KeyRights.Grant(key, operation, zone));
    }

    /// Gives keys a right, whatever their names say: also just to some records, or from some addresses.
    public NameServerBuilder grant(KeyRights.Grant grant) {
        state = state.withRights(state.rights().and(grant));
        return this;
    }

    /// Moves the serials of zones that an UPDATE changes in this way; without this they go up by one. An UPDATE that
    /// moves the serial forward itself keeps it.
    public NameServerBuilder serialPolicy(SerialPolicy policy) {
        state = state.withSettings(state.settings().withSerials(policy));
        return this;
    }

    /// Lets anybody fetch whole zones.
    public NameServerBuilder openTransfers() {
        state = state.withSettings(state.settings().withOpenTransfers(true));
        return this;
    }

    /// Tells clients that ask by NSID (RFC 5001) what the server calls itself; without this they learn nothing.
    public NameServerBuilder identity(String name) {
        state = state.withSettings(state.settings().withIdentity(name));
        return this;
    }

    /// Hands zones out in another way than [TransferSettings#DEFAULT].
    public NameServerBuilder transfers(TransferSettings settings) {
        state = state.withSettings(state.settings().withTransfers(settings));
        return this;
    }

    /// Takes signatures that are cut by another rule than [MacPolicy#DEFAULT].
    public NameServerBuilder signatures(MacPolicy policy) {
        state = state.withSettings(state.settings().withSignatures(policy));
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

    /// Tells the name servers of each zone of each change, and those that keys name; the same port for all of them.
    ///
    /// @param port the port they listen on, 1 to 65535; 0 to tell none
    /// @see #notifyNameServers(PortMap)
    public NameServerBuilder notifyNameServers(int port) {
        return notifyNameServers(PortMap.all(port));
    }

    /// Tells the name servers of each zone of each change, unsigned: all hosts with addresses in the zones served, but
    /// for the one that the SOA record names as primary. Tells also the secondaries S that keys called
    /// `P.P.P.P.S.S.S.S._transfer.ZONE` name, signed with the key. Messages go to true addresses: in tests, let these
    /// be loopback addresses.
    ///
    /// @param where the ports they listen on
    public NameServerBuilder notifyNameServers(PortMap where) {
        ports = where;
        return this;
    }

    /// Tells others in this manner.
    public NameServerBuilder notifySettings(NotifySettings settings) {
        notifySettings = settings;
        return this;
    }

    /// Keeps within these bounds.
    public NameServerBuilder limits(Limits bounds) {
        limits = bounds;
        return this;
    }

    /// Keeps changes made by UPDATE.
    public NameServerBuilder store(ZoneStore keeper) {
        store = keeper;
        return this;
    }

    /// Asks for versions of zones that the server itself does not remember.
    public NameServerBuilder past(ZonePast knower) {
        past = knower;
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
    /// @param key its holder may tell of zones that are not known, to be fetched from the primary, whatever its name says
    public NameServerBuilder discover(ServerAddress primary, TsigKey key) {
        keys.add(key);
        var discovery = new Discovery(primary, key);
        secondaries = secondaries.with(discovery);
        grant(key.name(), KeyOperation.NOTIFY, discovery.top());
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

    /// Tells what happens; others that were named before are told as well.
    public NameServerBuilder listener(ServerListener ear) {
        listeners.add(ear);
        return this;
    }

    /// Tells of every query; others that were named before are told as well.
    public NameServerBuilder queryListener(QueryListener ear) {
        queryListeners.add(ear);
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

    List<NotifyTarget> targets() {
        return List.copyOf(targets);
    }

    PortMap ports() {
        return ports;
    }

    NotifySettings notifySettings() {
        return notifySettings;
    }

    Limits limits() {
        return limits;
    }

    SecondaryPlan secondaries() {
        return secondaries;
    }

    ZoneStore store() {
        return store;
    }

    ZonePast past() {
        return past;
    }

    List<ServerListener> listeners() {
        return List.copyOf(listeners);
    }

    List<QueryListener> queryListeners() {
        return List.copyOf(queryListeners);
    }

    InstantSource clock() {
        return clock;
    }
}
