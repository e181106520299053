package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Arrays;

/// Reads the octets of one record's data, one field after the other; names stand uncompressed.
final class RdataReader {

    private final byte[] octets;
    private int position;

    RdataReader(byte[] octets) {
        this.octets = octets;
    }

    boolean hasNext() {
        return position < octets.length;
    }

    int position() {
        return position;
    }

    int remaining() {
        return octets.length - position;
    }

    int u8() throws BadField {
        need(1);
        return octets[position++] & 0xff;
    }

    int u16() throws BadField {
        return u8() << 8 | u8();
    }

    long u32() throws BadField {
        return (long) u16() << 16 | u16();
    }

    byte[] bytes(int count) throws BadField {
        need(count);
        position += count;
        return Arrays.copyOfRange(octets, position - count, position);
    }

    byte[] rest() throws BadField {
        return bytes(remaining());
    }

    DomainName name() throws BadField {
        try {
            var name = DomainName.ofWire(octets, position, octets.length);
            position += name.wireLength();
            return name;
        } catch (IllegalArgumentException malformed) {
            throw new BadField(String.valueOf(malformed.getMessage()));
        }
    }

    private void need(int count) throws BadField {
        if (remaining() < count) {
            throw new BadField("data ends too early");
        }
    }
}
