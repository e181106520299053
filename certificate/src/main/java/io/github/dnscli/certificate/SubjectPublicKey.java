package io.github.dnscli.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/// A public key as certificates and signing requests carry it: a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
public final class SubjectPublicKey {

    private final byte[] der;

    /// Makes the key of its DER; the octets are copied.
    SubjectPublicKey(byte[] der) {
        this.der = der.clone();
    }

    /// {@return the key that a key of the Java platform is}
    ///
    /// @throws IllegalArgumentException if the platform's key has no encoding
    public static SubjectPublicKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new IllegalArgumentException("a public key without an encoding");
        }
        return new SubjectPublicKey(encoded);
    }

    /// {@return the SubjectPublicKeyInfo; a fresh array}
    public byte[] der() {
        return der.clone();
    }

    /// {@return the SHA-256 of the SubjectPublicKeyInfo: what a `3 1 1` TLSA record holds (RFC 6698 §2.1)}
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(der);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof SubjectPublicKey other && Arrays.equals(der, other.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    /// {@return the start of the SHA-256 in hexadecimal, enough to tell two keys apart}
    @Override
    public String toString() {
        return "sha256:" + HexFormat.of().formatHex(sha256(), 0, 8);
    }
}
