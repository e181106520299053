package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// Character strings (RFC 1035 §5.1): one, one or more, or one without a length octet that fills the rest.
enum StringField implements FieldKind {
    /// A string of up to 255 octets.
    ONE {
        @Override
        public void parse(FieldText text, RdataWriter wire) throws BadField {
            counted(text, wire);
        }

        @Override
        public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
            quote(wire.bytes(wire.u8()), text);
        }
    },

    /// At least one string of up to 255 octets; their boundaries are kept.
    MANY {
        @Override
        public void parse(FieldText text, RdataWriter wire) throws BadField {
            do {
                counted(text, wire);
            } while (text.hasNext());
        }

        @Override
        public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
            do {
                quote(wire.bytes(wire.u8()), text);
                text.append(wire.hasNext() ? " " : "");
            } while (wire.hasNext());
        }
    },

    /// A string that reaches to the end of the data.
    REST {
        @Override
        public void parse(FieldText text, RdataWriter wire) throws BadField {
            text.octets(wire);
        }

        @Override
        public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
            quote(wire.rest(), text);
        }
    };

    private static void counted(FieldText text, RdataWriter wire) throws BadField {
        int lengthAt = wire.length();
        wire.u8(0);
        int length = text.octets(wire);
        if (length > 255) {
            throw text.bad(
                    text.latest(),
                    "is longer than the 255 octets of one string; split it into several quoted strings");
        }
        wire.set(lengthAt, length);
    }

    /// Appends octets as a quoted string, with escapes where a reader would misunderstand.
    static void quote(byte[] octets, StringBuilder text) {
        text.append('"');
        for (byte octet : octets) {
            int value = octet & 0xff;
            if (value < ' ' || value > '~') {
                text.append('\\').append((char) ('0' + value / 100));
                text.append((char) ('0' + value / 10 % 10)).append((char) ('0' + value % 10));
            } else {
                text.append(value == '"' || value == '\\' ? "\\" : "").append((char) value);
            }
        }
        text.append('"');
    }
}
