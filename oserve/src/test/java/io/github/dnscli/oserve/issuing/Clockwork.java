package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certifier.Certifier;
import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.CertifierParts;
import io.github.dnscli.certifier.CertifierSettings;
import io.github.dnscli.certifier.acme.AcmeAuthority;
import io.github.dnscli.certifier.acme.AcmeDirectory;
import io.github.dnscli.certifier.acme.AcmeSettings;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.challenge.DnsSettings;
import io.github.dnscli.certifier.challenge.DnsSolver;
import io.github.dnscli.certifier.fixture.FakeAcme;
import io.github.dnscli.certifier.own.OpenedAuthority;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.own.PrivateSettings;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.NamePattern;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.state.PortMap;
import io.github.dnscli.testkit.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A name server, a certifier and whom it asks, all of them real, by one clock that the test winds forward.
final class Clockwork implements AutoCloseable {

    static final DomainName ZONE = DomainName.of("example.com");
    static final DomainName HOST = DomainName.of("host.example.com");

    private static final DomainName KEY = DomainName.of("certifier");
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PROPAGATION = Duration.ofSeconds(20);
    private static final int MOST_PASSES = 20;
    private static final int MOST_STEPS = 3000;

    /// Gives a certifier an authority to ask.
    @FunctionalInterface
    interface Authority {

        CertificateAuthority of(Clockwork clockwork) throws IOException;
    }

    private final FastClock clock;
    private final int port = FreePort.any();
    private final StateStore state = new MemoryStore();
    private final List<CertifierEvent> events = new CopyOnWriteArrayList<>();
    private final AtomicBoolean bell = new AtomicBoolean();
    private final Set<RecordType> types;
    private final Certifier certifier;
    private NameServer server;

    private Clockwork(FastClock clock, Authority authority, RecordType... types)
            throws IOException {
        this.clock = clock;
        this.types = Set.of(types);
        this.server = server(zone());
        this.certifier =
                new Certifier(
                        new CertifierParts(
                                () -> server().state().zones().values(),
                                primary(),
                                authority.of(this),
                                state,
                                clock,
                                new Random(1),
                                events::add),
                        CertifierSettings.DEFAULT);
        certifier.onChange(() -> bell.set(true));
    }

    /// {@return one whose authority speaks ACME}
    ///
    /// @param ours how to deal with it
    static Clockwork with(FastClock clock, FakeAcme acme, UnaryOperator<AcmeSettings> ours)
            throws IOException {
        return new Clockwork(
                clock,
                works -> works.acme(acme, ours, PROPAGATION),
                RecordType.TXT,
                RecordType.TLSA);
    }

    /// {@return the same, with no more patience with the zone's name servers than a test has}
    static Clockwork impatient(FastClock clock, FakeAcme acme) throws IOException {
        return new Clockwork(
                clock,
                works -> works.acme(acme, same -> same, Duration.ofMillis(100)),
                RecordType.TXT,
                RecordType.TLSA);
    }

    /// {@return one whose authority speaks ACME, and whose key may change records of one type only}
    static Clockwork confined(FastClock clock, FakeAcme acme, RecordType type) throws IOException {
        return new Clockwork(clock, works -> works.acme(acme, same -> same, PROPAGATION), type);
    }

    /// {@return one with an authority of its own}
    static Clockwork withOwnAuthority(FastClock clock, Duration lifetime) throws IOException {
        return new Clockwork(clock, works -> works.own(lifetime), RecordType.TLSA);
    }

    private CertificateAuthority own(Duration lifetime) throws IOException {
        var settings = PrivateSettings.DEFAULT.withLifetime(lifetime);
        return switch (PrivateAuthority.open(
                state, settings, () -> Set.of(ZONE), clock, new SecureRandom())) {
            case OpenedAuthority.Opened(var authority) -> authority;
            case OpenedAuthority.Damaged(var problem) -> throw new AssertionError(problem);
        };
    }

    private CertificateAuthority acme(
            FakeAcme acme, UnaryOperator<AcmeSettings> ours, Duration propagation) {
        var dns =
                new DnsSettings(
                        List.of(primary()),
                        Optional.empty(),
                        List.of(),
                        PortMap.all(port),
                        Optional.of(propagation));
        return AcmeAuthority.of(
                ours.apply(AcmeSettings.of(AcmeDirectory.at(acme.directory()))),
                new DnsSolver(dns, state, Transport.TCP, clock, new Random(2)),
                state,
                clock);
    }

    private PrimaryServer primary() {
        return new PrimaryServer(Transport.TCP, address(), key(), TIMEOUT, clock, new Random(3));
    }

    private static TsigKey key() {
        return Keys.key(KEY.display());
    }

    ServerAddress address() {
        return new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    Instant now() {
        return clock.instant();
    }

    private static Zone zone() {
        return Zone.of(
                ZONE,
                List.of(
                        record("example.com.", RecordType.SOA, "ns1 h 1 7200 900 1209600 300"),
                        record("example.com.", RecordType.NS, "ns1.example.com."),
                        record("ns1.example.com.", RecordType.A, "127.0.0.1"),
                        record("ns2.example.com.", RecordType.A, "127.0.0.2")));
    }

    private static ResourceRecord record(String owner, RecordType type, String data) {
        return ResourceRecord.of(owner, 60, type, data);
    }

    private NameServer server(Zone zone) throws IOException {
        var wishes =
                NameServer.builder()
                        .zone(zone)
                        .key(key())
                        .grant(KEY, KeyOperation.TRANSFER, ZONE)
                        .listen("127.0.0.1", port)
                        .clock(clock);
        types.forEach(type -> wishes.grant(grant(type)));
        return wishes.start();
    }

    private static KeyRights.Grant grant(RecordType type) {
        return KeyRights.Grant.update(KEY, new NamePattern.Tree(ZONE), type);
    }

    /// Lets the certifier change records of one more type.
    void allow(RecordType type) {
        server().change(before -> before.withRights(before.rights().and(grant(type))));
    }

    /// {@return the second name server of the zone, which never hears of a change}
    NameServer staleServer() throws IOException {
        return NameServer.builder().zone(zone()).listen("127.0.0.2", port).start();
    }

    /// Lets the zone have these name servers.
    void delegateTo(String... labels) {
        var names =
                Stream.of(labels)
                        .map(label -> RecordData.of(RecordType.NS, label + ".example.com."))
                        .toList();
        edit(zone -> zone.with(new RecordSet(ZONE, RecordType.NS, new Ttl(60), names)));
    }

    synchronized NameServer server() {
        return server;
    }

    /// Stops the name server. Nothing it knows is lost.
    synchronized void stopServer() {
        server.close();
    }

    /// Starts the name server again.
    synchronized void startServer() throws IOException {
        server = server(content());
    }

    /// Stops the name server and starts it again.
    void restartServer() {
        stopServer();
        try {
            startServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Zone content() {
        return server().state().zone(ZONE).orElseThrow();
    }

    /// Changes the zone as an operator does.
    void edit(UnaryOperator<Zone> change) {
        server().change(
                        before -> {
                            var zone = before.zone(ZONE).orElseThrow();
                            var next = zone.serial().orElseThrow().next();
                            return before.with(change.apply(zone).withSerial(next));
                        });
    }

    /// Puts a new request for some names at the place of the first of them.
    CertificateRequest request(DomainName... names) {
        var key = CertificateKey.generate(KeyType.P256, new SecureRandom());
        var request = CertificateRequest.create(key, List.of(names));
        var owner = new ServiceName(names[0]).owner();
        edit(
                zone ->
                        zone.with(
                                new RecordSet(
                                        owner,
                                        RecordType.TLSA,
                                        new Ttl(3600),
                                        List.of(request.data()))));
        return request;
    }

    /// {@return the certificates at the place of a host}
    List<Certificate> leaves(DomainName host) {
        return content()
                .recordSet(new ServiceName(host).owner(), RecordType.TLSA)
                .map(set -> TlsaBundle.of(set).leaves())
                .orElse(List.of());
    }

    /// {@return the owners of all proofs that stand in the zone}
    List<DomainName> proofs() {
        return content()
                .recordSets()
                .filter(set -> set.type().equals(RecordType.TXT))
                .map(RecordSet::owner)
                .toList();
    }

    <T extends CertifierEvent> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// {@return all that happened, for the message of a failure}
    String story() {
        return events.stream().map(CertifierEvent::toString).collect(Collectors.joining("\n"));
    }

    Certifier certifier() {
        return certifier;
    }

    /// Passes until there is nothing to do now.
    void settle() throws InterruptedException {
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            bell.set(false);
            certifier.pass();
            assertThat(certifier.awaitQuiet(QUIET)).isTrue();
            if (!bell.get()) {
                return;
            }
        }
        throw new AssertionError("it never comes to rest: " + events);
    }

    /// Lets time go by, from one moment at which there is something to do to the next.
    ///
    /// @param watch looks at each of these moments, before and after
    void live(Duration time, Runnable watch) throws InterruptedException {
        var end = now().plus(time);
        for (int step = 0; step < MOST_STEPS; step++) {
            settle();
            watch.run();
            var next = certifier.next().filter(end::isAfter);
            clock.wind(next.orElse(end));
            watch.run();
            if (next.isEmpty()) {
                return;
            }
        }
        throw new AssertionError("it does something all the time: " + events);
    }

    void live(Duration time) throws InterruptedException {
        live(time, () -> {});
    }

    @Override
    public void close() {
        certifier.close();
        stopServer();
    }
}
