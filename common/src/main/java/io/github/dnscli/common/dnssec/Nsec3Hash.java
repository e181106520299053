package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.name.DomainName;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Hashes names for one chain of NSEC3 (RFC 5155 §5), one after the other: not for several threads at once.
public final class Nsec3Hash {

    /// How many octets a hash has.
    public static final int LENGTH = 20;

    private final MessageDigest digest = sha1();
    private final int iterations;
    private final byte[] salted;

    /// Makes a hash.
    ///
    /// @param parameters of algorithm 1
    public Nsec3Hash(Nsec3Parameters parameters) {
        iterations = parameters.iterations();
        byte[] salt = parameters.salt();
        salted = new byte[LENGTH + salt.length];
        System.arraycopy(salt, 0, salted, LENGTH, salt.length);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /// {@return the hash of a name}
    public byte[] of(DomainName name) {
        digest.update(name.lowerCase().wire());
        digest.update(salted, LENGTH, salted.length - LENGTH);
        try {
            digest.digest(salted, 0, LENGTH);
            for (int i = 0; i < iterations; i++) {
                digest.update(salted);
                digest.digest(salted, 0, LENGTH);
            }
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-1 has 20 octets", e);
        }
        byte[] hash = new byte[LENGTH];
        System.arraycopy(salted, 0, hash, 0, LENGTH);
        return hash;
    }
}
