package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.xbill.DNS.DNSInput;
import org.xbill.DNS.WireParseException;

/// A cursor over a message's octets that knows compressed names (RFC 1035 §4.1.4).
///
/// Names are read here rather than by dnsjava, whose cursor this wraps: its names and its compression are blind to the
/// case of letters, and its record classes write some data back in another form than they read it.
final class OctetReader {

    private static final int POINTER = 0xc0;
    private static final int MAX_NAME = 255;

    private final byte[] octets;
    private final DNSInput input;

    OctetReader(byte[] octets) {
        this.octets = octets;
        this.input = new DNSInput(octets);
    }

    int position() {
        return input.current();
    }

    int remaining() {
        return octets.length - input.current();
    }

    int u8() throws MalformedMessage {
        try {
            return input.readU8();
        } catch (WireParseException _) {
            throw cut();
        }
    }

    int u16() throws MalformedMessage {
        try {
            return input.readU16();
        } catch (WireParseException _) {
            throw cut();
        }
    }

    long u32() throws MalformedMessage {
        try {
            return input.readU32();
        } catch (WireParseException _) {
            throw cut();
        }
    }

    long u48() throws MalformedMessage {
        return (long) u16() << 32 | u32();
    }

    byte[] bytes(int count) throws MalformedMessage {
        try {
            return input.readByteArray(count);
        } catch (WireParseException _) {
            throw cut();
        }
    }

    private static MalformedMessage cut() {
        return new MalformedMessage("message ends in the middle of a field");
    }

    /// Reads a name; pointers must point backwards, so that reading ends.
    DomainName name() throws MalformedMessage {
        var wire = new ByteArrayOutputStream(64);
        int behind = -1;
        int lowest = position();
        int at = lowest;
        while (true) {
            int length = octetAt(at);
            if ((length & POINTER) == POINTER) {
                int target = (length & 0x3f) << 8 | octetAt(at + 1);
                if (target >= lowest) {
                    throw new MalformedMessage("compressed name does not point backwards");
                }
                behind = behind < 0 ? at + 2 : behind;
                lowest = target;
                at = target;
            } else {
                at = label(at, length, wire);
                if (length == 0) {
                    bytes((behind < 0 ? at : behind) - position());
                    return DomainName.ofWire(wire.toByteArray(), 0, wire.size());
                }
            }
        }
    }

    private int label(int at, int length, ByteArrayOutputStream wire) throws MalformedMessage {
        if (length > 63) {
            throw new MalformedMessage("label of an unknown kind");
        }
        if (wire.size() + length + 1 > MAX_NAME) {
            throw new MalformedMessage("name is longer than 255 octets");
        }
        octetAt(at + length);
        wire.write(octets, at, length + 1);
        return at + length + 1;
    }

    private int octetAt(int index) throws MalformedMessage {
        if (index >= octets.length) {
            throw cut();
        }
        return octets[index] & 0xff;
    }

    /// Reads the data of a record, its names no longer compressed.
    byte[] data(int length, DataLayout layout) throws MalformedMessage {
        int end = position() + length;
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
        if (position() > end) {
            throw new MalformedMessage("record's data is longer than it says");
        }
        data.writeBytes(bytes(end - position()));
        return data.toByteArray();
    }

    /// {@return the octets from one place up to another}
    byte[] slice(int start, int end) {
        return Arrays.copyOfRange(octets, start, end);
    }
}
