package io.github.dnscli.common.wire;

import java.security.MessageDigest;
import java.util.Arrays;

/// The octets by which a message is signed (RFC 8945 §4.2). A reply is signed over its request's as well.
public final class Mac {

    /// No octets at all: what unsigned error replies carry (RFC 8945 §5.3.2).
    public static final Mac EMPTY = new Mac(new byte[0]);

    private final byte[] octets;

    /// Makes a value of octets.
    ///
    /// @param octets 0 to 65535; copied
    public Mac(byte[] octets) {
        this.octets = octets.clone();
    }

    /// {@return the octets; a fresh array}
    public byte[] octets() {
        return octets.clone();
    }

    /// {@return how many octets there are}
    public int length() {
        return octets.length;
    }

    /// {@return whether these are the first octets of a full one}, found out in a time that does not depend on where
    /// they differ; no octets at all are the beginning of nothing
    boolean begins(byte[] full) {
        return octets.length > 0
                && octets.length <= full.length
                && MessageDigest.isEqual(octets, Arrays.copyOf(full, octets.length));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Mac other && MessageDigest.isEqual(octets, other.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /// {@return its length only: a signature belongs to its message}
    @Override
    public String toString() {
        return octets.length + " octets";
    }
}
