package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.SortedSet;
import java.util.TreeSet;

/// Types of records as data: one, or a set of them as the bitmap of NSEC (RFC 4034 §4.1.2).
enum TypeField implements FieldKind {
    /// One type.
    ONE {
        @Override
        public void parse(FieldText text, RdataWriter wire) throws BadField {
            wire.u16(type(text).value());
        }

        @Override
        public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
            text.append(new RecordType(wire.u16()));
        }
    },

    /// A set of types, possibly empty.
    BITMAP {
        @Override
        public void parse(FieldText text, RdataWriter wire) throws BadField {
            var types = new TreeSet<RecordType>();
            while (text.hasNext()) {
                types.add(type(text));
            }
            while (!types.isEmpty()) {
                int window = types.first().value() >> 8;
                var inWindow = types.headSet(new RecordType(window << 8 | 0xff), true);
                window(window, inWindow, wire);
                inWindow.clear();
            }
        }

        @Override
        public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
            int previous = -1;
            while (wire.hasNext()) {
                int window = wire.u8();
                byte[] bits = wire.bytes(wire.u8());
                if (window <= previous
                        || bits.length == 0
                        || bits.length > 32
                        || bits[bits.length - 1] == 0) {
                    throw new BadField("type bitmap is malformed");
                }
                previous = window;
                printWindow(window, bits, text);
            }
        }
    };

    static RecordType type(FieldText text) throws BadField {
        var token = text.next();
        return RecordType.parse(token.text())
                .orElseThrow(() -> text.bad(token, "is not a record type"));
    }

    private static void window(int window, SortedSet<RecordType> types, RdataWriter wire) {
        byte[] bits = new byte[(types.last().value() & 0xff) / 8 + 1];
        for (var type : types) {
            int low = type.value() & 0xff;
            bits[low / 8] |= (byte) (0x80 >> low % 8);
        }
        wire.u8(window);
        wire.u8(bits.length);
        wire.bytes(bits);
    }

    static void printWindow(int window, byte[] bits, StringBuilder text) {
        for (int low = 0; low < bits.length * 8; low++) {
            if ((bits[low / 8] & 0x80 >> low % 8) != 0) {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? "" : " ");
                text.append(new RecordType(window << 8 | low));
            }
        }
    }
}
