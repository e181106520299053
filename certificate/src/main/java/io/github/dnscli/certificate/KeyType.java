package io.github.dnscli.certificate;

import java.util.Arrays;
import java.util.Optional;

/// The kind of key a certificate is for.
public enum KeyType {
    /// RSA, of [#MIN_RSA_BITS] to [#MAX_RSA_BITS] bits; signs with SHA-256.
    RSA("rsa", 0),
    /// Ed25519 (RFC 8032).
    ED25519("ed25519", 32),
    /// ECDSA on the curve P-256; signs with SHA-256.
    P256("p256", 32),
    /// ECDSA on the curve P-384; signs with SHA-384.
    P384("p384", 48),
    /// ECDSA on the curve P-521; signs with SHA-512.
    P521("p521", 66);

    /// The shortest RSA key in use.
    public static final int MIN_RSA_BITS = 2048;

    /// The length of an RSA key when nobody asks for another.
    public static final int DEFAULT_RSA_BITS = 4096;

    /// The longest RSA key in use: longer ones cost seconds to check.
    public static final int MAX_RSA_BITS = 8192;

    private final String word;
    private final int scalarLength;

    KeyType(String word, int scalarLength) {
        this.word = word;
        this.scalarLength = scalarLength;
    }

    /// {@return the word for it on a command line}
    public String word() {
        return word;
    }

    /// {@return how many octets the private scalar has; 0 for RSA, which has none}
    public int scalarLength() {
        return scalarLength;
    }

    /// {@return the type that a word means}
    public static Optional<KeyType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
