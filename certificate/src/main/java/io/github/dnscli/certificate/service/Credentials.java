package io.github.dnscli.certificate.service;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ParsedCertificateKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/// A private key and the request for its certificate. The same key and names always make the same request, octet by octet.
///
/// @param key the key
/// @param platformKey the same, as the Java platform knows it
/// @param request for a certificate
record Credentials(CertificateKey key, PrivateKey platformKey, CertificateRequest request) {

    static Credentials of(CertificateKey key, List<DomainName> hosts) {
        return new Credentials(key, platformKey(key), CertificateRequest.create(key, hosts));
    }

    static Credentials create(KeyType type, List<DomainName> hosts, SecureRandom random) {
        return of(CertificateKey.generate(type, random), hosts);
    }

    /// {@return those of the kept key, or of a new one, which is kept from now on}
    ///
    /// @throws IOException if the kept key cannot be used: it is never replaced
    static Credentials kept(IdentityParts parts) throws IOException {
        var pem = parts.store().readKey();
        if (pem.isEmpty()) {
            var made = create(parts.keyType(), parts.hosts(), parts.random());
            parts.store().writeKey(made.key().pem());
            return made;
        }
        return switch (CertificateKey.parse(pem.get())) {
            case ParsedCertificateKey.Valid(var key) -> of(key, parts.hosts());
            case ParsedCertificateKey.Invalid(var problem) ->
                    throw new IOException(
                            "the private key in %s cannot be used: %s; move it away to have a new one made"
                                    .formatted(parts.store(), problem));
        };
    }

    private static PrivateKey platformKey(CertificateKey key) {
        try {
            return KeyFactory.getInstance(algorithm(key.type()))
                    .generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(
                    "the Java platform does not take a key of type " + key.type(), impossible);
        }
    }

    private static String algorithm(KeyType type) {
        return switch (type) {
            case RSA -> "RSA";
            case ED25519 -> "Ed25519";
            case P256, P384, P521 -> "EC";
        };
    }

    /// Shows the public key only.
    @Override
    public String toString() {
        return key.toString();
    }
}
