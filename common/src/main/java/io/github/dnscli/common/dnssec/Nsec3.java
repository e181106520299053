package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.record.RecordData;
import java.util.Arrays;

/// The data of an NSEC3 record (RFC 5155 §3).
public final class Nsec3 {

    private static final int OPT_OUT = 1;

    private final byte[] octets;
    private final Nsec3Parameters parameters;

    private Nsec3(byte[] octets, Nsec3Parameters parameters) {
        this.octets = octets;
        this.parameters = parameters;
    }

    /// {@return the fields of data of type NSEC3}
    public static Nsec3 of(RecordData data) {
        return new Nsec3(data.wire(), Nsec3Parameters.of(data));
    }

    /// {@return how the owner was hashed}
    public Nsec3Parameters parameters() {
        return parameters;
    }

    /// {@return whether insecure delegations may lie behind this hash that have no record of their own}
    public boolean isOptOut() {
        return (parameters.flags() & OPT_OUT) != 0;
    }

    /// {@return the next hash of the zone; a fresh array}
    public byte[] next() {
        int start = nextStart();
        return Arrays.copyOfRange(octets, start, start + (octets[start - 1] & 0xff));
    }

    /// {@return what the hashed name has}
    public TypeBitmap types() {
        int start = nextStart();
        return TypeBitmap.ofWire(octets, start + (octets[start - 1] & 0xff));
    }

    private int nextStart() {
        return Nsec3Parameters.length(octets) + 1;
    }
}
