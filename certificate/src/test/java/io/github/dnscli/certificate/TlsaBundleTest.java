package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Tlsa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsaBundleTest {

    private static final DomainName HOST = DomainName.of("www.example.com");

    private final TestAuthority root = TestAuthority.root("Root");
    private final TestAuthority intermediate = root.intermediate("R1");
    private final Certificate leaf =
            Certificate.of(intermediate.leaf(HOST.display()).certificate());
    private final Certificate authority = Certificate.of(intermediate.identity().certificate());

    @Test
    void sortsRecordsByWhatTheyAre() {
        var key = CertificateKey.generate(KeyType.P256, 0, new SecureRandom());
        var request = CertificateRequest.create(key, List.of(HOST));
        var dane = new Tlsa(3, 1, 1, new byte[32]).data();
        var records =
                new RecordSet(
                        new ServiceName(HOST).owner(),
                        RecordType.TLSA,
                        Ttl.of(Duration.ofHours(1)),
                        List.of(
                                request.data(),
                                TlsaRole.LEAF.data(leaf.der()),
                                TlsaRole.AUTHORITY.data(authority.der()),
                                dane));

        var bundle = TlsaBundle.of(records);

        assertThat(bundle.leaves()).containsExactly(leaf);
        assertThat(bundle.authorities()).containsExactly(authority);
        assertThat(bundle.requestData()).containsExactly(request.data());
        assertThat(bundle.requests()).containsExactly(new DecodedRequest.Valid(request));
        assertThat(bundle.ignored()).containsExactly(dane);
        assertThat(bundle.unreadable()).isEmpty();
    }

    @Test
    void saysWhyARecordIsUnreadable() {
        var text = TlsaRole.LEAF.data("no DER".getBytes(StandardCharsets.US_ASCII));
        var pem = TlsaRole.LEAF.data(leaf.pem().getBytes(StandardCharsets.US_ASCII));
        var empty = TlsaRole.AUTHORITY.data(new byte[] {0x30, 0});
        var more = TlsaRole.AUTHORITY.data(Arrays.copyOf(leaf.der(), leaf.der().length + 1));

        var bundle = TlsaBundle.of(List.of(text, pem, empty, more));

        assertThat(bundle.unreadable())
                .containsExactly(
                        new Unreadable(text, "is not DER"),
                        new Unreadable(pem, "is not DER"),
                        new Unreadable(empty, "is DER, and no X.509 certificate"),
                        new Unreadable(more, "is not DER"));
        assertThat(bundle.leaves()).isEmpty();
    }

    @Test
    void ignoresRecordsOfOtherTypesAndRepetitions() {
        var address = RecordData.of(RecordType.A, "192.0.2.1");
        var certificate = TlsaRole.LEAF.data(leaf.der());

        var bundle = TlsaBundle.of(List.of(address, certificate, certificate));

        assertThat(bundle.ignored()).containsExactly(address);
        assertThat(bundle.leaves()).containsExactly(leaf);
    }

    @Test
    void makesAChainForEachLeaf() {
        var second = Certificate.of(root.leaf(HOST.display()).certificate());
        var bundle =
                TlsaBundle.of(
                        List.of(
                                TlsaRole.AUTHORITY.data(authority.der()),
                                TlsaRole.LEAF.data(leaf.der()),
                                TlsaRole.LEAF.data(second.der())));

        assertThat(bundle.chains()).extracting(Chain::leaf).containsExactly(leaf, second);
        assertThat(bundle.chains().getFirst().paths()).containsExactly(List.of(leaf, authority));
        assertThat(bundle.chains().getLast().unrelated()).containsExactly(authority);
    }
}
