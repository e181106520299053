package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// A cursor over a message's octets that knows compressed names (RFC 1035 §4.1.4).
final class OctetReader {

    private static final int POINTER = 0xc0;
    private static final int MAX_NAME = 255;

    /// A name has no more labels, and a pointer that leads to no label of its own is of no use. It bounds what the names of
    /// one message can cost.
    private static final int MAX_POINTERS = 127;

    private final byte[] octets;
    private int position;

    OctetReader(byte[] octets) {
        this.octets = octets;
    }

    int position() {
        return position;
    }

    int remaining() {
        return octets.length - position;
    }

    int u8() throws MalformedMessage {
        need(1);
        return octets[position++] & 0xff;
    }

    int u16() throws MalformedMessage {
        need(2);
        int value = (octets[position] & 0xff) << 8 | octets[position + 1] & 0xff;
        position += 2;
        return value;
    }

    long u32() throws MalformedMessage {
        return (long) u16() << 16 | u16();
    }

    long u48() throws MalformedMessage {
        return (long) u16() << 32 | u32();
    }

    byte[] bytes(int count) throws MalformedMessage {
        pass(count);
        return Arrays.copyOfRange(octets, position - count, position);
    }

    private void pass(int count) throws MalformedMessage {
        need(count);
        position += count;
    }

    private void need(int count) throws MalformedMessage {
        if (remaining() < count) {
            throw cut();
        }
    }

    private static MalformedMessage cut() {
        return new MalformedMessage("message ends in the middle of a field");
    }

    /// Reads a name; pointers must point backwards, so that reading ends.
    DomainName name() throws MalformedMessage {
        int start = position;
        int end = labels(start, 0);
        if (octets[end] == 0) {
            pass(end + 1 - start);
            return DomainName.ofWire(octets, start, position);
        }
        var wire = new byte[MAX_NAME];
        int length = end - start;
        System.arraycopy(octets, start, wire, 0, length);
        pass(length + 2);
        int lowest = start;
        for (int pointers = 1; octets[end] != 0; pointers++) {
            int target = (octets[end] & ~POINTER & 0xff) << 8 | octetAt(end + 1);
            if (target >= lowest) {
                throw new MalformedMessage("compressed name does not point backwards");
            }
            if (pointers > MAX_POINTERS) {
                throw new MalformedMessage("compressed name has too many pointers");
            }
            lowest = target;
            end = labels(target, length);
            System.arraycopy(octets, target, wire, length, end - target);
            length += end - target;
        }
        return DomainName.ofWire(wire, 0, length + 1);
    }

    /// Passes over plain labels.
    ///
    /// @param before how many octets of the name come before
    /// @return the index of the root label or the pointer behind them
    private int labels(int start, int before) throws MalformedMessage {
        int at = start;
        while (true) {
            int length = octetAt(at);
            if (length == 0 || (length & POINTER) == POINTER) {
                return at;
            }
            if (length > 63) {
                throw new MalformedMessage("label of an unknown kind");
            }
            at += length + 1;
            if (before + at - start + 1 > MAX_NAME) {
                throw new MalformedMessage("name is longer than 255 octets");
            }
        }
    }

    private int octetAt(int index) throws MalformedMessage {
        if (index >= octets.length) {
            throw cut();
        }
        return octets[index] & 0xff;
    }

    /// Reads the data of a record, its names no longer compressed.
    byte[] data(int length, DataLayout layout) throws MalformedMessage {
        int end = position + length;
        if (layout.names() == 0) {
            return bytes(length);
        }
        var data = new ByteArrayOutputStream(length + 64);
        data.writeBytes(bytes(layout.octets()));
        for (int i = 0; i < layout.strings(); i++) {
            int size = u8();
            data.write(size);
            data.writeBytes(bytes(size));
        }
        for (int i = 0; i < layout.names(); i++) {
            data.writeBytes(name().wire());
        }
        if (position > end) {
            throw new MalformedMessage("record's data is longer than it says");
        }
        data.writeBytes(bytes(end - position));
        return data.toByteArray();
    }
}
