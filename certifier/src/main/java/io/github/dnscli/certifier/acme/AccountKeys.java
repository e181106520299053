package io.github.dnscli.certifier.acme;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.KeyType;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/// Keys of accounts, as we keep them and as acme4j wants them.
final class AccountKeys {

    private AccountKeys() {}

    /// {@return a new key as the settings want it}
    static CertificateKey generate(AcmeSettings settings) {
        int bits =
                settings.accountKeyBits() == 0
                        ? KeyType.DEFAULT_RSA_BITS
                        : settings.accountKeyBits();
        return CertificateKey.generate(settings.accountKeyType(), bits, new SecureRandom());
    }

    /// {@return what the Java platform signs with; empty if ACME knows no signatures of that kind here}
    static Optional<KeyPair> pair(CertificateKey key) {
        return switch (key.type()) {
            case RSA -> Optional.of(pair(key, "RSA"));
            case P256, P384, P521 -> Optional.of(pair(key, "EC"));
            case ED25519 -> Optional.empty();
        };
    }

    private static KeyPair pair(CertificateKey key, String algorithm) {
        try {
            var factory = KeyFactory.getInstance(algorithm);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(key.publicKey().der())),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key that cannot be used", impossible);
        }
    }
}
