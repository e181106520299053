package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Base64;
import java.util.HexFormat;

/// Octets written in hexadecimal or base64; those that reach to the end of the data may be split by blanks.
enum BinaryField implements FieldKind {
    /// Hexadecimal to the end of the data.
    HEX {
        @Override
        public void parse(FieldText text, RdataWriter wire) throws BadField {
            wire.bytes(rest(text, "hexadecimal", BinaryField::fromHex));
        }

        @Override
        public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
            text.append(HexFormat.of().withUpperCase().formatHex(wire.rest()));
        }
    },

    /// Base64 to the end of the data (RFC 4648 §4).
    BASE64 {
        @Override
        public void parse(FieldText text, RdataWriter wire) throws BadField {
            wire.bytes(rest(text, "base64", StrictBase64::decode));
        }

        @Override
        public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
            text.append(Base64.getEncoder().encodeToString(wire.rest()));
        }
    },

    /// One word of hexadecimal behind a length octet, `-` for none: the salt of NSEC3 (RFC 5155 §3.3).
    SALT {
        @Override
        public void parse(FieldText text, RdataWriter wire) throws BadField {
            var token = text.next();
            byte[] salt =
                    token.is("-")
                            ? new byte[0]
                            : decode(text, token, "hexadecimal", BinaryField::fromHex);
            counted(text, token, salt, wire);
        }

        @Override
        public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
            byte[] salt = wire.bytes(wire.u8());
            text.append(salt.length == 0 ? "-" : HexFormat.of().withUpperCase().formatHex(salt));
        }
    },

    /// One word of base32 with the extended hex alphabet, unpadded, behind a length octet (RFC 5155 §3.3).
    HASH {
        @Override
        public void parse(FieldText text, RdataWriter wire) throws BadField {
            var token = text.next();
            counted(text, token, decode(text, token, "base32hex", Base32Hex::decode), wire);
        }

        @Override
        public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
            byte[] hash = wire.bytes(wire.u8());
            if (hash.length == 0) {
                throw new BadField("hash is empty");
            }
            text.append(Base32Hex.encode(hash));
        }
    };

    /// Turns text into octets; throws [IllegalArgumentException] for anything else.
    private interface Decoder {
        byte[] decode(String text);
    }

    /// {@return whether the field reaches to the end of the data}
    boolean isRest() {
        return this == HEX || this == BASE64;
    }

    private static byte[] fromHex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] rest(FieldText text, String encoding, Decoder decoder) throws BadField {
        var first = text.next();
        if (!text.hasNext()) {
            return decode(text, first, encoding, decoder);
        }
        var all = new StringBuilder(first.text());
        while (text.hasNext()) {
            all.append(text.next().text());
        }
        try {
            return decoder.decode(all.toString());
        } catch (IllegalArgumentException _) {
            throw text.bad(first, "and what follows is not " + encoding);
        }
    }

    private static byte[] decode(FieldText text, Token token, String encoding, Decoder decoder)
            throws BadField {
        try {
            return decoder.decode(token.text());
        } catch (IllegalArgumentException _) {
            throw text.bad(token, "is not " + encoding);
        }
    }

    private static void counted(FieldText text, Token token, byte[] octets, RdataWriter wire)
            throws BadField {
        if (octets.length > 255) {
            throw text.bad(token, "is longer than 255 octets");
        }
        wire.u8(octets.length);
        wire.bytes(octets);
    }
}
