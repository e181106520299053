package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Arrays;

/// Reads the octets of one record's data, one field after the other; names stand uncompressed.
final class RdataReader {

    private final byte[] octets;
    private final int start;
    private final int end;
    private int at;

    RdataReader(byte[] octets) {
        this(octets, 0, octets.length);
    }

    /// @param octets are shared with the names that are read, and must not be changed any more
    RdataReader(byte[] octets, int start, int end) {
        this.octets = octets;
        this.start = start;
        this.end = end;
        this.at = start;
    }

    boolean hasNext() {
        return at < end;
    }

    /// {@return how many octets have been read}
    int position() {
        return at - start;
    }

    int remaining() {
        return end - at;
    }

    int u8() throws BadField {
        need(1);
        return octets[at++] & 0xff;
    }

    int u16() throws BadField {
        return u8() << 8 | u8();
    }

    long u32() throws BadField {
        return (long) u16() << 16 | u16();
    }

    byte[] bytes(int count) throws BadField {
        pass(count);
        return Arrays.copyOfRange(octets, at - count, at);
    }

    byte[] rest() throws BadField {
        return bytes(remaining());
    }

    void pass(int count) throws BadField {
        need(count);
        at += count;
    }

    DomainName name() throws BadField {
        try {
            var name = DomainName.sliceOf(octets, at, end);
            at += name.wireLength();
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
