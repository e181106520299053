package io.github.dnscli.certificate.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExchangeableKeysTest {

    private static final DomainName HOST = DomainName.of("www.example");

    private final TestAuthority root = TestAuthority.root("root");
    private final ExchangeableKeys manager = new ExchangeableKeys();
    private final Credentials credentials =
            Credentials.create(KeyType.P256, List.of(HOST), new SecureRandom());

    private static PublicKey platform(CertificateKey key) throws Exception {
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(key.publicKey().der()));
    }

    private VerifiedChain chain() throws Exception {
        var leaf = root.leafFor(platform(credentials.key()), List.of("www.example"));
        var anchors =
                TrustAnchors.of(List.of(Certificate.of(root.identity().certificate())), "the test");
        var verdict =
                ChainVerifier.verify(
                        Chain.of(Certificate.of(leaf.certificate()), List.of()),
                        new Expectation(
                                List.of(HOST), Optional.empty(), TestAuthority.NOW, anchors));
        return switch (verdict) {
            case Verdict.Verified(var verified) -> verified;
            case Verdict.Rejected(_, var reasons) -> throw new AssertionError(reasons);
        };
    }

    private void exchange() throws Exception {
        manager.exchange(chain(), credentials.platformKey());
    }

    @Test
    void hasNothingAtFirst() {
        assertThat(manager.chooseEngineServerAlias("EC", null, null)).isNull();
        assertThat(manager.getServerAliases("EC", null)).isNull();
        assertThat(manager.getCertificateChain("certificate-1")).isNull();
        assertThat(manager.getPrivateKey("certificate-1")).isNull();
    }

    @Test
    void aHandshakeKeepsTheCertificateItBeganWith() throws Exception {
        exchange();
        var begun = manager.chooseServerAlias("EC", null, null);
        var shown = manager.getCertificateChain(begun);

        exchange();

        assertThat(manager.getCertificateChain(begun)).isEqualTo(shown);
        assertThat(manager.getPrivateKey(begun)).isEqualTo(credentials.platformKey());
        var next = manager.chooseServerAlias("EC", null, null);
        assertThat(next).isNotEqualTo(begun);
        assertThat(manager.getCertificateChain(next)).isNotEqualTo(shown);
    }

    @Test
    void forgetsWhatNoHandshakeCanBeAskingForAnyMore() throws Exception {
        exchange();
        var first = manager.chooseServerAlias("EC", null, null);
        for (int i = 0; i < 10; i++) {
            exchange();
        }

        assertThat(manager.getCertificateChain(first)).isNull();
    }

    @Test
    void offersItsKeyForItsOwnKindOnly() throws Exception {
        exchange();

        assertThat(Stream.of("EC", "EC_EC", "EC_RSA"))
                .allMatch(type -> manager.chooseEngineServerAlias(type, null, null) != null);
        assertThat(Stream.of("RSA", "EdDSA", "RSASSA-PSS", "ECX"))
                .allMatch(type -> manager.chooseEngineServerAlias(type, null, null) == null);
    }

    @Test
    void canAlsoShowItToServers() throws Exception {
        exchange();

        var types = new String[] {"RSA", "EC"};
        assertThat(manager.chooseClientAlias(types, null, null)).isNotNull();
        assertThat(manager.chooseEngineClientAlias(new String[] {"RSA"}, null, null)).isNull();
        assertThat(manager.getClientAliases("EC", null)).hasSize(1);
    }
}
