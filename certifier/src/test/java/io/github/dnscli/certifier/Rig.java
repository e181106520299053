package io.github.dnscli.certifier;

import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.CountingStore;
import io.github.dnscli.certifier.fixture.ScriptedAuthority;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.policy.NameAllowances;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.ZoneStore;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/// A name server, an authority and a certifier between them, on a clock that stands still until it is stepped.
final class Rig implements AutoCloseable {

    static final DomainName EXAMPLE = DomainName.of("example");
    static final Duration FIRST = Duration.ofSeconds(10);
    static final TsigKey CERTIFIER = key("certifier._update");
    static final TsigKey WWW = key("www._update.www.example");
    static final TsigKey MAIL = key("mail._update.mail.example");

    static final CertifierSettings SETTINGS =
            new CertifierSettings(
                    NameAllowances.NONE, 5, FIRST, Duration.ofHours(1), Duration.ofMinutes(5));

    private static final Duration LIMIT = Duration.ofSeconds(30);

    final SteppedClock clock = new SteppedClock(NOW);
    final CountingStore state = new CountingStore();
    final PrivateAuthority real;
    final ScriptedAuthority authority;
    final NameServer server;
    private final Random ids = new Random(8);
    private final List<CertifierEvent> events = new ArrayList<>();
    private final List<Certifier> certifiers = new ArrayList<>();

    private Rig(Duration lifetime, ZoneStore store, Zone... zones) throws IOException {
        real = Certificates.authority(new MemoryStore(), lifetime, clock);
        authority = new ScriptedAuthority(real);
        var builder = NameServer.builder().store(store).clock(clock);
        List.of(CERTIFIER, WWW, MAIL).forEach(builder::key);
        for (var zone : zones) {
            builder.zone(zone);
        }
        server = builder.start();
    }

    static Rig of(Zone... zones) throws IOException {
        return new Rig(Duration.ofDays(90), ZoneStore.MEMORY, zones);
    }

    static Rig of(Duration lifetime, Zone... zones) throws IOException {
        return new Rig(lifetime, ZoneStore.MEMORY, zones);
    }

    static Rig of(ZoneStore store, Zone... zones) throws IOException {
        return new Rig(Duration.ofDays(90), store, zones);
    }

    Certifier certifier() throws IOException {
        return certifier(SETTINGS);
    }

    Certifier certifier(CertifierSettings settings) throws IOException {
        return certifier(this::zones, CERTIFIER, authority, settings);
    }

    Certifier certifier(
            ZoneSource zones, TsigKey key, CertificateAuthority issuer, CertifierSettings settings)
            throws IOException {
        var parts =
                new CertifierParts(
                        zones,
                        line(key),
                        issuer,
                        state,
                        clock,
                        new Random(3),
                        event -> {
                            synchronized (events) {
                                events.add(event);
                            }
                        });
        var certifier = new Certifier(parts, settings);
        certifiers.add(certifier);
        return certifier;
    }

    Collection<Zone> zones() {
        return server.state().zones().values();
    }

    PrimaryServer line(TsigKey key) {
        return new PrimaryServer(
                Transport.TCP, address(), key, Duration.ofSeconds(5), clock, new Random(7));
    }

    private ServerAddress address() {
        return new ServerAddress(InetAddress.getLoopbackAddress(), server.port());
    }

    static TsigKey key(String name) {
        return new TsigKey(
                DomainName.of(name),
                TsigAlgorithm.SHA256,
                ("secret of " + name).getBytes(StandardCharsets.US_ASCII));
    }

    /// {@return what happens in a pass and in all that it starts}
    List<CertifierEvent> pass(Certifier certifier) throws InterruptedException {
        certifier.pass();
        assertThat(certifier.awaitQuiet(LIMIT)).isTrue();
        return events();
    }

    /// {@return what happens until there is nothing more to do at the moment}
    List<CertifierEvent> settle(Certifier certifier) throws InterruptedException {
        var all = new ArrayList<>(pass(certifier));
        for (int i = 0; i < 3; i++) {
            all.addAll(pass(certifier));
        }
        return all;
    }

    /// {@return what has happened since it was asked last}
    List<CertifierEvent> events() {
        synchronized (events) {
            var copy = List.copyOf(events);
            events.clear();
            return copy;
        }
    }

    int orders() {
        return authority.orders().size();
    }

    /// What a host does to ask for a certificate.
    Reply upload(TsigKey key, String host, CertificateRequest wish) throws IOException {
        var owner = owner(host);
        var update = Update.of(EXAMPLE).deleteSet(owner, RecordType.TLSA);
        return tell(key, update.add(new ResourceRecord(owner, new Ttl(3600), wish.data())));
    }

    Reply tell(TsigKey key, Update update) throws IOException {
        try (var exchange =
                Exchange.open(Transport.TCP, address(), Duration.ofSeconds(5), clock, ids)) {
            return exchange.ask(update, key);
        }
    }

    void touch() {
        server.change(
                state -> {
                    var zone = state.zone(EXAMPLE).orElseThrow();
                    return state.with(zone.withSerial(zone.serial().orElseThrow().next()));
                });
    }

    static DomainName owner(String host) {
        return new ServiceName(DomainName.of(host)).owner();
    }

    TlsaBundle bundle(String host) {
        return bundle(owner(host));
    }

    TlsaBundle bundle(DomainName owner) {
        List<RecordData> data =
                server.state()
                        .zoneOf(owner)
                        .flatMap(zone -> zone.recordSet(owner, RecordType.TLSA))
                        .map(RecordSet::data)
                        .orElse(List.of());
        return TlsaBundle.of(data);
    }

    Certificate leaf(String host) {
        return bundle(host).leaves().getFirst();
    }

    void assertAnswered(String host, CertificateRequest wish) {
        assertAnswered(owner(host), wish);
    }

    void assertAnswered(DomainName owner, CertificateRequest wish) {
        var bundle = bundle(owner);
        assertThat(bundle.requestData()).contains(wish.data());
        var verdict =
                ChainVerifier.verifyBest(
                        bundle.chains(), Expectation.of(wish, clock.instant(), real.anchors()));
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
    }

    static <E extends CertifierEvent> List<E> only(Class<E> kind, List<CertifierEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// {@return the outcome that the server gave, of each failure to write}
    static List<String> trouble(List<CertifierEvent> events) {
        return only(CertifierEvent.NotPublished.class, events).stream()
                .map(CertifierEvent.NotPublished::trouble)
                .map(Trouble::problem)
                .map(problem -> problem.replaceFirst("^server answers (\\w+).*", "$1"))
                .toList();
    }

    @Override
    public void close() {
        certifiers.forEach(Certifier::close);
        server.close();
    }
}
