package io.github.dnscli.certificate;

import static io.github.dnscli.testkit.certificate.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.RecordPlaces;
import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Any octets end in a value or an outcome, never in an exception.
class MutationTest {

    private static final int ROUNDS = Integer.getInteger("dnscli.rounds", 400);

    private static final DomainName HOST = DomainName.of("www.example.com");

    private final long seed = Long.getLong("dnscli.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final TestAuthority root =
            TestAuthority.root("Root", c -> c.permitted("example.com").uses("2.5.29.37.0"));
    private final Certificate anchor = Certificate.of(root.identity().certificate());
    private final Certificate leaf =
            Certificate.of(
                    root.issue(
                                    c ->
                                            c.commonName("x")
                                                    .hosts(HOST.display(), "*.example.com")
                                                    .uses("1.3.6.1.5.5.7.3.1"))
                            .certificate());
    private final CertificateKey key = CertificateKey.generate(KeyType.P256, 0, new SecureRandom());
    private final CertificateRequest request =
            CertificateRequest.create(key, List.of(HOST, HOST.parent().wildcard()));

    @Test
    void readsAndJudgesAnyCertificates() {
        repeat(leaf.der(), der -> judge(TlsaRole.LEAF.data(der), TlsaRole.AUTHORITY.data(der)));
        repeat(
                anchor.der(),
                der -> judge(TlsaRole.LEAF.data(leaf.der()), TlsaRole.AUTHORITY.data(der)));
        repeat(anchor.der(), der -> TrustAnchors.parse(pem("CERTIFICATE", der), "x"));
    }

    @Test
    void readsAnyRequests() {
        repeat(request.der(), CertificateRequest::decode);
    }

    @Test
    void judgesZonesWithAnyCertificatesAndRequests() {
        repeat(leaf.der(), der -> judgeZone(TlsaRole.LEAF.data(der), request.data()));
        repeat(
                request.der(),
                der -> judgeZone(TlsaRole.LEAF.data(leaf.der()), TlsaRole.REQUEST.data(der)));
    }

    private static void judgeZone(RecordData... records) {
        var set =
                new RecordSet(
                        new ServiceName(HOST).owner(),
                        RecordType.TLSA,
                        Ttl.of(Duration.ofHours(1)),
                        List.of(records));
        ZoneChecks.judge(
                Zone.empty(HOST.parent()).with(set),
                Scope.WHOLE,
                Circumstances.at(NOW).with(List.of(new CertificateRule())),
                RecordPlaces.wholeOf("example.com"));
    }

    @Test
    void readsAnyKeys() {
        repeat(key.pkcs8(), der -> CertificateKey.parse(pem("PRIVATE KEY", der)));
        repeat(key.pkcs8(), der -> CertificateKey.parse(pem("EC PRIVATE KEY", der)));
        repeat(key.pkcs8(), der -> CertificateKey.parse(pem("RSA PRIVATE KEY", der)));
    }

    @Test
    void readsAnyPem() {
        var pem = (leaf.pem() + request.pem() + key.pem()).getBytes(StandardCharsets.ISO_8859_1);
        repeat(
                pem,
                octets -> {
                    var text = new String(octets, StandardCharsets.ISO_8859_1);
                    TrustAnchors.parse(text, "x");
                    CertificateRequest.parse(text);
                    CertificateKey.parse(text);
                });
    }

    private static String pem(String label, byte[] der) {
        return new PemBlock(label, der, 0).text();
    }

    private void judge(RecordData... records) {
        var anchors = TrustAnchors.of(List.of(anchor), "the test's root");
        var expectation =
                new Expectation(List.of(HOST), Optional.of(key.publicKey()), NOW, anchors);
        TlsaBundle.of(Stream.of(records).toList())
                .chains()
                .forEach(
                        chain -> {
                            ChainVerifier.verify(chain, expectation);
                            Fitness.of(chain.leaf(), request, NOW, Duration.ofDays(1));
                        });
    }

    private void repeat(byte[] original, Consumer<byte[]> reading) {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = mutated(original);
            assertThatCode(() -> reading.accept(octets))
                    .as("-Ddnscli.seed=%d: %s", seed, HexFormat.of().formatHex(octets))
                    .doesNotThrowAnyException();
        }
    }

    private byte[] mutated(byte[] original) {
        byte[] octets = original.clone();
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(20) == 0
                ? Arrays.copyOf(octets, random.nextInt(octets.length) + 1)
                : octets;
    }
}
