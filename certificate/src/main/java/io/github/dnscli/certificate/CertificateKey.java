package io.github.dnscli.certificate;

import java.security.SecureRandom;
import java.util.Set;

/// The private key of a certificate, with the public key that belongs to it. Its text shows only the latter.
public final class CertificateKey {

    private static final String NO_KEY =
            "no private key in PEM form: expected a block 'PRIVATE KEY', 'RSA PRIVATE KEY' or 'EC PRIVATE KEY'";

    private static final Set<String> LABELS =
            Set.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY");

    private final KeyType type;
    private final byte[] pkcs8;
    private final SubjectPublicKey publicKey;

    CertificateKey(KeyType type, byte[] pkcs8, SubjectPublicKey publicKey) {
        this.type = type;
        this.pkcs8 = pkcs8.clone();
        this.publicKey = publicKey;
    }

    /// {@return a new key}
    ///
    /// @param rsaBits how long an RSA key shall be, [KeyType#MIN_RSA_BITS] to [KeyType#MAX_RSA_BITS]; ignored for the
    ///     other types
    /// @throws IllegalArgumentException if that length is out of range
    public static CertificateKey generate(KeyType type, int rsaBits, SecureRandom random) {
        return type == KeyType.RSA
                ? PlatformRsa.generate(rsaBits, random)
                : KeyCodec.generateKey(type, random);
    }

    /// {@return a new key, of [KeyType#DEFAULT_RSA_BITS] if it is an RSA key}
    public static CertificateKey generate(KeyType type, SecureRandom random) {
        return generate(type, KeyType.DEFAULT_RSA_BITS, random);
    }

    /// {@return the key whose private scalar is given}
    ///
    /// @param scalar for the curves P-256, P-384 and P-521 the number, big-endian; for Ed25519 the 32 octets of RFC
    ///     8032 §5.1.5; RSA has none
    public static ParsedCertificateKey ofScalar(KeyType type, byte[] scalar) {
        if (type == KeyType.RSA) {
            return new ParsedCertificateKey.Invalid(
                    "an RSA key cannot be made of a raw private scalar");
        }
        if (scalar.length != type.scalarLength()) {
            return new ParsedCertificateKey.Invalid(
                    "a private scalar of %s octets, where a key of type '%s' has %s"
                            .formatted(scalar.length, type, type.scalarLength()));
        }
        return KeyCodec.keyOfScalar(type, scalar);
    }

    /// {@return the first private key in a PEM text: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) or SEC 1 (RFC 5915)}
    public static ParsedCertificateKey parse(String pem) {
        var text = Pem.parse(pem);
        for (var block : text.blocks()) {
            if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
                return new ParsedCertificateKey.Invalid(
                        "the private key is encrypted; store it without a pass phrase");
            }
            if (LABELS.contains(block.label())) {
                return KeyCodec.decodeKey(block);
            }
        }
        return new ParsedCertificateKey.Invalid(
                text.problems().isEmpty() ? NO_KEY : text.problems().getFirst().toString());
    }

    /// {@return what kind of key it is}
    public KeyType type() {
        return type;
    }

    /// {@return the public key}
    public SubjectPublicKey publicKey() {
        return publicKey;
    }

    /// {@return the private key in PKCS #8 form (RFC 5958); a fresh array, and a secret}
    public byte[] pkcs8() {
        return pkcs8.clone();
    }

    /// {@return the private key as a PEM block `PRIVATE KEY`; a secret}
    public String pem() {
        return new PemBlock("PRIVATE KEY", pkcs8, 0).text();
    }

    /// {@return the signature of a message, by the algorithm that [#signatureAlgorithm()] names}
    public byte[] sign(byte[] message) {
        return type == KeyType.RSA
                ? PlatformRsa.sign(pkcs8, message)
                : KeyCodec.sign(this, message);
    }

    /// {@return the AlgorithmIdentifier of this key's signatures in DER, as certificates and requests carry it}
    public byte[] signatureAlgorithm() {
        return KeyCodec.signatureAlgorithm(type);
    }

    /// {@return type and public key}
    @Override
    public String toString() {
        return type + " key " + publicKey;
    }
}
