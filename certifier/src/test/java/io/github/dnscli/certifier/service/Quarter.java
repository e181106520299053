package io.github.dnscli.certifier.service;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certificate.service.DnsIdentity;
import io.github.dnscli.certificate.service.DnsIdentityBuilder;
import io.github.dnscli.certificate.service.IdentityEvent;
import io.github.dnscli.certificate.service.IdentitySettings;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Tlsa;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A name server with the zone `localhost`, an authority, and what identities tell. The clock is the real one.
final class Quarter implements AutoCloseable {

    static final DomainName HOST = DomainName.of("localhost");
    static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("web._update.localhost"),
                    TsigAlgorithm.SHA256,
                    "a secret of thirty-two octets it is".getBytes(StandardCharsets.US_ASCII));

    private static final DomainName OWNER = new ServiceName(HOST).owner();

    /// So short that no test has to wait, and so long that nobody spins.
    static final IdentitySettings QUICK =
            IdentitySettings.DEFAULT
                    .withPauses(Duration.ofMillis(10), Duration.ofMillis(20))
                    .withRefresh(Duration.ofMillis(20));

    final MemoryStore state = new MemoryStore();
    final PrivateAuthority authority =
            Certificates.authority(state, Duration.ofDays(90), Instant::now);
    final List<IdentityEvent> events = new CopyOnWriteArrayList<>();
    private NameServer server;

    private Quarter(NameServer server) {
        this.server = server;
    }

    static Quarter start() throws IOException {
        return new Quarter(serve(0));
    }

    private static NameServer serve(int port) throws IOException {
        return NameServer.builder()
                .zone(Certificates.zone("localhost"))
                .key(KEY)
                .listen("127.0.0.1", port)
                .start();
    }

    int port() {
        return server.port();
    }

    /// {@return an identity's wishes that fit this}
    DnsIdentityBuilder identity() {
        return DnsIdentity.builder()
                .server("127.0.0.1", port())
                .key(KEY)
                .host(HOST)
                .trust(authority.anchors())
                .settings(QUICK)
                .listener(events::add);
    }

    /// {@return the TLSA data at the place of a host}
    List<RecordData> dataAt(DomainName host) {
        var zone = server.state().zone(HOST).orElseThrow();
        return zone.recordSet(new ServiceName(host).owner(), RecordType.TLSA)
                .map(RecordSet::data)
                .orElse(List.of());
    }

    private Optional<CertificateRequest> readRequest() {
        return TlsaBundle.of(dataAt(HOST)).requestData().stream()
                .map(data -> CertificateRequest.decode(Tlsa.of(data).association()))
                .flatMap(
                        decoded ->
                                decoded instanceof DecodedRequest.Valid(var request)
                                        ? Stream.of(request)
                                        : Stream.empty())
                .findFirst();
    }

    /// {@return the request that stands in the DNS, as soon as one does}
    CertificateRequest request() {
        Patience.until("a request in the DNS", () -> readRequest().isPresent());
        return readRequest().orElseThrow();
    }

    /// {@return a certificate for the request in the DNS}
    Issuance.Issued issue() {
        return Certificates.issue(authority, request());
    }

    /// Puts certificates into the DNS, in place of all others there.
    void publish(Issuance.Issued... issued) {
        publish(Stream.of(issued).flatMap(one -> Certificates.data(one).stream()).toList());
    }

    /// Puts records into the DNS, in place of all others there but requests.
    void publish(List<RecordData> data) {
        var all =
                Stream.concat(
                                dataAt(HOST).stream()
                                        .filter(
                                                old ->
                                                        TlsaRole.of(Tlsa.of(old))
                                                                .filter(TlsaRole.REQUEST::equals)
                                                                .isPresent()),
                                data.stream())
                        .distinct()
                        .toList();
        put(all);
    }

    /// Puts records into the DNS, in place of all others there.
    void put(List<RecordData> data) {
        server.change(
                state ->
                        state.with(
                                Certificates.zone(
                                        "localhost", Certificates.at("localhost", data))));
    }

    /// Waits until something was told.
    <E extends IdentityEvent> E heard(Class<E> kind) {
        Patience.until(
                kind.getSimpleName() + " among " + events,
                () -> events.stream().anyMatch(kind::isInstance));
        return events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    /// Waits until a certificate is in use.
    void inUse(DnsIdentity identity, Issuance.Issued issued) {
        Patience.until(
                "a certificate in use",
                () ->
                        identity.chain()
                                .filter(chain -> chain.leaf().equals(issued.leaf()))
                                .isPresent());
    }

    /// Lets the identity look a few times more.
    void letLooks(int times) {
        long end = server.metrics().requests().tcp() + times;
        Patience.until("looks", () -> server.metrics().requests().tcp() >= end);
    }

    DomainName owner() {
        return OWNER;
    }

    /// Takes the name server away.
    int goAway() {
        int port = port();
        server.close();
        return port;
    }

    /// Brings it back, with an empty zone.
    void comeBack(int port) throws IOException {
        server = serve(port);
    }

    @Override
    public void close() {
        server.close();
    }
}
