package io.github.dnscli.common.record;

import java.util.Arrays;
import java.util.HexFormat;

/// The data of a TLSA record (RFC 6698 §2.1).
public final class Tlsa {

    private final int usage;
    private final int selector;
    private final int matchingType;
    private final byte[] association;

    /// Makes the data.
    ///
    /// @param usage 0 to 255: 0 an authority, 3 the service itself
    /// @param selector 0 to 255: 0 the whole certificate; 255 is private use, here a signing request
    /// @param matchingType 0 to 255: 0 the octets themselves
    /// @param association the octets; copied
    public Tlsa(int usage, int selector, int matchingType, byte[] association) {
        this.usage = usage;
        this.selector = selector;
        this.matchingType = matchingType;
        this.association = association.clone();
    }

    /// {@return the fields of TLSA data}
    ///
    /// @throws IllegalArgumentException if the data is of another type
    public static Tlsa of(RecordData data) {
        Soa.require(data, RecordType.TLSA);
        byte[] wire = data.wire();
        return new Tlsa(
                wire[0] & 0xff,
                wire[1] & 0xff,
                wire[2] & 0xff,
                Arrays.copyOfRange(wire, 3, wire.length));
    }

    /// {@return the certificate usage}
    public int usage() {
        return usage;
    }

    /// {@return which part of a certificate is meant}
    public int selector() {
        return selector;
    }

    /// {@return how the association is made from that part}
    public int matchingType() {
        return matchingType;
    }

    /// {@return the association; a fresh array}
    public byte[] association() {
        return association.clone();
    }

    /// {@return whether usage, selector and matching type are these}
    public boolean is(int usage, int selector, int matchingType) {
        return this.usage == usage
                && this.selector == selector
                && this.matchingType == matchingType;
    }

    /// {@return the record data}
    public RecordData data() {
        var wire = new RdataWriter();
        wire.u8(usage);
        wire.u8(selector);
        wire.u8(matchingType);
        wire.bytes(association);
        return RecordData.ofWire(RecordType.TLSA, wire.toBytes());
    }

    @Override
    public String toString() {
        return usage
                + " "
                + selector
                + " "
                + matchingType
                + " "
                + HexFormat.of().withUpperCase().formatHex(association);
    }
}
