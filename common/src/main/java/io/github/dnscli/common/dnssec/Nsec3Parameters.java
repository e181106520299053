package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.record.RecordData;
import java.util.Arrays;
import java.util.HexFormat;

/// How the names of a chain are hashed: the data of an NSEC3PARAM record, and the beginning of that of NSEC3
/// (RFC 5155 §3, §4).
public final class Nsec3Parameters {

    private final byte[] octets;

    private Nsec3Parameters(byte[] octets) {
        this.octets = octets;
    }

    /// {@return the parameters in data of type NSEC3PARAM or NSEC3}
    public static Nsec3Parameters of(RecordData data) {
        byte[] wire = data.wire();
        return new Nsec3Parameters(Arrays.copyOf(wire, length(wire)));
    }

    static int length(byte[] wire) {
        return 5 + (wire[4] & 0xff);
    }

    /// {@return the number of the hash algorithm; 1 is SHA-1, and there is no other}
    public int algorithm() {
        return octets[0] & 0xff;
    }

    /// {@return the flags}
    public int flags() {
        return octets[1] & 0xff;
    }

    /// {@return how often the hash is hashed again, 0 to 65535}
    public int iterations() {
        return (octets[2] & 0xff) << 8 | octets[3] & 0xff;
    }

    /// {@return the salt; a fresh array}
    public byte[] salt() {
        return Arrays.copyOfRange(octets, 5, octets.length);
    }

    /// {@return whether names are hashed alike; flags do not matter}
    @Override
    public boolean equals(Object object) {
        return object instanceof Nsec3Parameters other
                && octets[0] == other.octets[0]
                && Arrays.equals(octets, 2, octets.length, other.octets, 2, other.octets.length);
    }

    @Override
    public int hashCode() {
        return iterations() * 31 + Arrays.hashCode(salt());
    }

    /// {@return algorithm, iterations and salt}
    @Override
    public String toString() {
        String salt = HexFormat.of().withUpperCase().formatHex(octets, 5, octets.length);
        return "%s %s %s".formatted(algorithm(), iterations(), salt.isEmpty() ? "-" : salt);
    }
}
