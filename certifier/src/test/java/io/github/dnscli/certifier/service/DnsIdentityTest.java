package io.github.dnscli.certifier.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ParsedCertificateKey;
import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certificate.service.DnsIdentity;
import io.github.dnscli.certificate.service.IdentityEvent;
import io.github.dnscli.certificate.service.IdentityStore;
import io.github.dnscli.certificate.service.PemFiles;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.testkit.Script;
import io.github.dnscli.testkit.ScriptedPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DnsIdentityTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final CertificateKey RSA =
            CertificateKey.generate(KeyType.RSA, KeyType.MIN_RSA_BITS, new SecureRandom());

    @TempDir private Path folder;
    private Quarter quarter;
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        quarter = Quarter.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (var one : toClose.reversed()) {
            one.close();
        }
        quarter.close();
    }

    private <T extends AutoCloseable> T closing(T one) {
        toClose.add(one);
        return one;
    }

    private PemFiles files() {
        return PemFiles.in(folder, "localhost");
    }

    private DnsIdentity started() throws IOException {
        return closing(quarter.identity().store(files()).start());
    }

    private Https https(DnsIdentity identity) throws IOException {
        return closing(Https.start(identity.sslContext(), quarter.authority.root()));
    }

    private Issuance.Issued issued(Duration lifetime, Instant at) {
        var store = new MemoryStore();
        store.write("root.pem", rootOfQuarter());
        return Certificates.issue(
                Certificates.authority(store, lifetime, () -> at), quarter.request());
    }

    private String rootOfQuarter() {
        return quarter.state.read("root.pem").orElseThrow();
    }

    @Test
    void asksForACertificateAndServesHttpsWithIt() throws Exception {
        var identity = started();
        var https = https(identity);

        assertThat(identity.awaitReady(MOMENT)).isFalse();
        assertThat(identity.chain()).isEmpty();
        assertThatIOException()
                .isThrownBy(() -> https.ask(https.client()))
                .isInstanceOf(SSLException.class);
        assertThat(quarter.heard(IdentityEvent.Requested.class).owners())
                .containsExactly(quarter.owner());
        var issued = quarter.issue();
        quarter.publish(issued);

        assertThat(identity.awaitReady(LONG)).isTrue();
        assertThat(https.ask(https.client())).isEqualTo(issued.leaf());
        assertThat(quarter.heard(IdentityEvent.Installed.class).chain().leaf())
                .isEqualTo(issued.leaf());
        assertThat(quarter.request().names()).containsExactly(Quarter.HOST);
    }

    @Test
    void keepsItsKeyToItself() throws Exception {
        var identity = started();
        quarter.publish(quarter.issue());
        identity.awaitReady(LONG);
        identity.close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().key())))
                .isEqualTo("rw-------");
        assertThat(files().chain()).content().startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        var secret = Files.readString(files().key()).lines().skip(1).findFirst().orElseThrow();
        assertThat(identity + quarter.events.toString() + files()).doesNotContain(secret);
    }

    @Test
    void exchangesTheCertificateWhileItServes() throws Exception {
        var identity = started();
        var https = https(identity);
        var first = quarter.issue();
        quarter.publish(first);
        identity.awaitReady(LONG);
        var connected = https.client();
        assertThat(https.ask(connected)).isEqualTo(first.leaf());

        var second = issued(Duration.ofDays(100), Instant.now());
        quarter.publish(second);
        quarter.inUse(identity, second);

        assertThat(https.ask(https.client())).isEqualTo(second.leaf());
        assertThat(https.ask(connected)).isEqualTo(first.leaf());
        assertThat(identity.sslContext()).isSameAs(identity.sslContext());
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "expired", "wrong key", "other names", "other root", "bare"})
    void takesNoCertificateThatIsNotGood(String fault) throws Exception {
        var identity = started();
        var good = quarter.issue();
        quarter.publish(good);
        identity.awaitReady(LONG);

        quarter.publish(bad(fault));
        quarter.letLooks(4);

        assertThat(identity.chain().orElseThrow().leaf()).isEqualTo(good.leaf());
        if (!fault.equals("broken")) {
            assertThat(quarter.events.stream().filter(IdentityEvent.PassedOver.class::isInstance))
                    .hasSize(1);
        }
    }

    private List<RecordData> bad(String fault) {
        return switch (fault) {
            case "broken" -> List.of(TlsaRole.LEAF.data(new byte[] {1, 2, 3}));
            case "expired" ->
                    Certificates.data(
                            issued(Duration.ofDays(10), Instant.now().minus(Duration.ofDays(20))));
            case "wrong key" -> data(Certificates.request("localhost"));
            case "other names" ->
                    data(
                            CertificateRequest.create(
                                    key(), List.of(Quarter.HOST, DomainName.of("a.localhost"))));
            case "other root" ->
                    Certificates.data(
                            Certificates.issue(
                                    Certificates.authority(Instant::now), quarter.request()));
            default ->
                    Certificates.data(
                            issued(Duration.ofDays(200), Instant.now()).leaf(), List.of());
        };
    }

    private List<RecordData> data(CertificateRequest request) {
        return Certificates.data(Certificates.issue(quarter.authority, request));
    }

    private CertificateKey key() {
        try {
            var pem = Files.readString(files().key());
            return switch (CertificateKey.parse(pem)) {
                case ParsedCertificateKey.Valid(var key) -> key;
                case ParsedCertificateKey.Invalid(var problem) -> throw new AssertionError(problem);
            };
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }

    @Test
    void takesNothingThatDoesNotLastAsLongUnlessItWasIssuedLater() throws Exception {
        var identity = started();
        var good = quarter.issue();
        quarter.publish(good);
        identity.awaitReady(LONG);

        quarter.publish(issued(Duration.ofDays(90), Instant.now().minus(Duration.ofDays(30))));
        quarter.letLooks(4);
        assertThat(identity.chain().orElseThrow().leaf()).isEqualTo(good.leaf());

        var shorter = issued(Duration.ofDays(30), Instant.now().plusSeconds(5));
        quarter.publish(good, shorter);
        quarter.letLooks(4);
        assertThat(identity.chain().orElseThrow().leaf()).isEqualTo(good.leaf());

        quarter.publish(shorter);
        quarter.inUse(identity, shorter);
    }

    @Test
    void goesOnWhileTheServerIsAwayAndTakesWhatCameMeanwhile() throws Exception {
        var identity = started();
        var https = https(identity);
        var first = quarter.issue();
        var second = issued(Duration.ofDays(100), Instant.now());
        quarter.publish(first);
        identity.awaitReady(LONG);

        int port = quarter.goAway();
        assertThat(quarter.heard(IdentityEvent.Trouble.class).message())
                .contains("refused", "127.0.0.1", "looking again in");
        assertThat(https.ask(https.client())).isEqualTo(first.leaf());

        quarter.comeBack(port);
        quarter.publish(second);
        quarter.inUse(identity, second);
        assertThat(https.ask(https.client())).isEqualTo(second.leaf());
    }

    @Test
    void startsWithTheCertificateItKeptWhereTheServerIsAway() throws Exception {
        var identity = started();
        var issued = quarter.issue();
        quarter.publish(issued);
        identity.awaitReady(LONG);
        identity.close();
        quarter.goAway();

        var again = started();

        assertThat(again.awaitReady(Duration.ofNanos(1))).isTrue();
        var https = https(again);
        assertThat(https.ask(https.client())).isEqualTo(issued.leaf());
    }

    @Test
    void asksForTheSameAfterARestart() throws Exception {
        var identity = started();
        var before = quarter.request();
        identity.close();
        quarter.events.clear();

        started();
        quarter.letLooks(4);

        assertThat(quarter.request()).isEqualTo(before);
        assertThat(quarter.dataAt(Quarter.HOST)).hasSize(1);
        assertThat(quarter.events).isEmpty();
    }

    @Test
    void doesNotUseAKeptCertificateThatIsNotGoodAnyMore() throws Exception {
        var first = started();
        quarter.request();
        first.close();
        var old = issued(Duration.ofDays(10), Instant.now().minus(Duration.ofDays(20)));
        Files.writeString(files().chain(), old.leaf().pem() + old.authorities().getFirst().pem());

        var identity = started();

        assertThat(identity.chain()).isEmpty();
        assertThat(quarter.heard(IdentityEvent.PassedOver.class).reasons())
                .hasOnlyElementsOfType(Reason.Expired.class);
    }

    @Test
    void neverReplacesADamagedKey() throws Exception {
        Files.writeString(files().key(), "nonsense");

        assertThatIOException()
                .isThrownBy(this::started)
                .withMessageContaining("localhost.key' cannot be used")
                .withMessageContaining("move it away");
        assertThat(files().key()).hasContent("nonsense");
    }

    @Test
    void asksAgainWhenRenewalIsDueAndTheRequestIsGone() throws Exception {
        var identity = started();
        var fresh = quarter.issue();
        var due = issued(Duration.ofMinutes(6), Instant.now().minus(Duration.ofMinutes(4)));
        quarter.put(Certificates.data(due));
        identity.awaitReady(LONG);

        assertThat(quarter.request()).isNotNull();
        quarter.put(Certificates.data(fresh));
        quarter.inUse(identity, fresh);
        quarter.put(Certificates.data(fresh));
        quarter.letLooks(4);

        assertThat(quarter.dataAt(Quarter.HOST)).hasSize(2);
    }

    @Test
    void rollsItsKeyOverWithoutAGap() throws Exception {
        var identity = started();
        var https = https(identity);
        var first = quarter.issue();
        quarter.publish(first);
        identity.awaitReady(LONG);
        var oldRequest = quarter.request();
        var oldKey = Files.readString(files().key());

        identity.rollOver();
        quarter.letLooks(6);
        assertThat(quarter.request()).isNotEqualTo(oldRequest);
        assertThat(https.ask(https.client())).isEqualTo(first.leaf());
        assertThat(files().key()).hasContent(oldKey);

        var second = quarter.issue();
        quarter.publish(second);
        quarter.inUse(identity, second);
        assertThat(https.ask(https.client())).isEqualTo(second.leaf());
        assertThat(second.leaf().publicKey()).isNotEqualTo(first.leaf().publicKey());
        identity.close();
        assertThat(Files.readString(files().key())).isNotEqualTo(oldKey);
        assertThat(started().chain().orElseThrow().leaf()).isEqualTo(second.leaf());
    }

    @ParameterizedTest
    @CsvSource({
        "P256, TLSv1.3",
        "P256, TLSv1.2",
        "P384, TLSv1.3",
        "P384, TLSv1.2",
        "P521, TLSv1.3",
        "ED25519, TLSv1.3",
        "ED25519, TLSv1.2",
        "RSA, TLSv1.3",
        "RSA, TLSv1.2"
    })
    void shakesHandsWithEveryKindOfKey(KeyType type, String protocol) throws Exception {
        var store = IdentityStore.inMemory();
        var key = type == KeyType.RSA ? RSA : CertificateKey.generate(type, new SecureRandom());
        store.writeKey(key.pem());
        var identity = closing(quarter.identity().store(store).start());
        var issued = quarter.issue();
        quarter.publish(issued);
        identity.awaitReady(LONG);
        var https = https(identity);

        var factory = Https.trusting(quarter.authority.root()).getSocketFactory();
        int port = https.server().getAddress().getPort();
        try (var line = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                var tls = (SSLSocket) factory.createSocket(line, "localhost", port, true)) {
            tls.setEnabledProtocols(new String[] {protocol});
            tls.startHandshake();
            assertThat(tls.getSession().getPeerCertificates()[0].getEncoded())
                    .isEqualTo(issued.leaf().der());
        }
    }

    @Test
    void withoutAKeyItWaitsForWhatOthersAskFor() throws Exception {
        var key = Certificates.key();
        var store = IdentityStore.inMemory();
        store.writeKey(key.pem());
        var identity =
                closing(
                        DnsIdentity.builder()
                                .server("127.0.0.1", quarter.port())
                                .host("localhost")
                                .store(store)
                                .trust(quarter.authority.anchors())
                                .settings(Quarter.QUICK)
                                .listener(quarter.events::add)
                                .start());
        quarter.letLooks(3);
        assertThat(quarter.dataAt(Quarter.HOST)).isEmpty();

        quarter.publish(data(Certificates.request(key, "localhost")));

        assertThat(identity.awaitReady(LONG)).isTrue();
    }

    @Test
    void asksForAllItsNamesAtTheirPlaces() throws Exception {
        var other = DomainName.of("a.localhost");
        var identity = closing(quarter.identity().host(other).host("*.localhost").start());
        var request = quarter.request();

        assertThat(request.names())
                .containsExactly(Quarter.HOST, other, DomainName.of("*.localhost"));
        assertThat(quarter.dataAt(other)).containsExactly(request.data());
        quarter.publish(quarter.issue());
        assertThat(identity.awaitReady(LONG)).isTrue();
    }

    @Test
    void leavesTheCertificatesInTheDnsWhereItAsks() throws Exception {
        var others = Certificates.issue(quarter.authority, Certificates.request("localhost"));
        quarter.put(Certificates.data(others));

        started();

        quarter.request();
        assertThat(TlsaBundle.of(quarter.dataAt(Quarter.HOST)).leaves())
                .containsExactly(others.leaf());
    }

    @Test
    void tellsThatItsKeyIsNotTaken() throws Exception {
        var stranger =
                new TsigKey(
                        DomainName.of("other._update.localhost"),
                        Quarter.KEY.algorithm(),
                        Quarter.KEY.secret());
        closing(quarter.identity().key(stranger).start());

        assertThat(quarter.heard(IdentityEvent.Trouble.class).message())
                .contains("request not uploaded to zone 'localhost'", "BADKEY");
    }

    @Test
    void tellsThatARecordIsNoCertificate() throws Exception {
        quarter.put(List.of(TlsaRole.LEAF.data(new byte[] {1, 2, 3})));
        started();

        assertThat(quarter.heard(IdentityEvent.Trouble.class).message())
                .contains("a record at '_letsencrypt._tcp.localhost' is not DER");
    }

    @Test
    void waitsNoLongerThanItIsToldFor() throws Exception {
        try (var silent = ScriptedPeer.start(Script.silent())) {
            var settings = Quarter.QUICK.withTimeout(MOMENT);
            var identity = quarter.identity().server(silent.address()).settings(settings).start();
            quarter.heard(IdentityEvent.Trouble.class);
            identity.close();
        }
    }

    @Test
    void closesInTheMiddleOfAWait() throws Exception {
        try (var silent = ScriptedPeer.start(Script.silent())) {
            var identity = quarter.identity().server(silent.address()).start();
            identity.close();

            assertThat(quarter.events).isEmpty();
        }
    }

    @Test
    void showsItsCertificateAfterItWasClosed() throws Exception {
        var identity = started();
        var issued = quarter.issue();
        quarter.publish(issued);
        identity.awaitReady(LONG);
        var https = https(identity);
        identity.close();

        assertThat(https.ask(https.client())).isEqualTo(issued.leaf());
    }

    @Test
    void aListenerThatFailsDoesNotEndIt() throws Exception {
        var identity =
                closing(
                        quarter.identity()
                                .listener(
                                        _ -> {
                                            throw new IllegalStateException("a listener's fault");
                                        })
                                .start());
        quarter.publish(quarter.issue());

        assertThat(identity.awaitReady(LONG)).isTrue();
    }

    @Test
    void aStoreThatCannotBeWrittenToIsToldAndTheCertificateUsed() throws Exception {
        var identity = started();
        quarter.request();
        Files.createDirectory(files().chain());
        quarter.publish(quarter.issue());

        assertThat(identity.awaitReady(LONG)).isTrue();
        assertThat(quarter.heard(IdentityEvent.Trouble.class).message())
                .contains("cannot write", "localhost.pem");
    }

    @Test
    void looksAtOnceWhenItIsTold() throws Exception {
        var slow = Duration.ofHours(1);
        var settings = Quarter.QUICK.withPauses(slow, slow).withRefresh(slow);
        var identity = closing(quarter.identity().settings(settings).start());
        quarter.publish(quarter.issue());

        identity.look();

        assertThat(identity.awaitReady(LONG)).isTrue();
    }

    @Test
    void saysWhenTheEndIsNear() throws Exception {
        var clock = new SteppedClock(Instant.now());
        var identity = closing(quarter.identity().clock(clock).start());
        var issued = issued(Duration.ofMinutes(10), Instant.now());
        quarter.publish(issued);
        identity.awaitReady(LONG);

        clock.step(Duration.ofMinutes(9));
        assertThat(quarter.heard(IdentityEvent.Expiring.class).leaf()).isEqualTo(issued.leaf());
        clock.step(Duration.ofMinutes(2));
        assertThat(quarter.heard(IdentityEvent.Expired.class).leaf()).isEqualTo(issued.leaf());
        quarter.letLooks(3);

        assertThat(identity.chain()).isPresent();
        assertThat(
                        Stream.of(IdentityEvent.Expiring.class, IdentityEvent.Expired.class)
                                .map(
                                        kind ->
                                                quarter.events.stream()
                                                        .filter(kind::isInstance)
                                                        .count()))
                .containsExactly(1L, 1L);
    }
}
