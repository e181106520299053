package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Values that are one thing, or nothing.
enum PlainValue implements ParameterValue {
    /// No value: the key says it all.
    NONE {
        @Override
        public byte[] encode(byte[] text, DomainName origin) throws BadField {
            require(text.length == 0, "takes no value");
            return text;
        }

        @Override
        public String text(byte[] value, DomainName origin) throws BadField {
            require(value.length == 0, "has a value");
            return "";
        }
    },

    /// Any octets: the value of a key we do not know.
    OPAQUE {
        @Override
        public byte[] encode(byte[] text, DomainName origin) {
            return text;
        }

        @Override
        public String text(byte[] value, DomainName origin) {
            return value.length == 0 ? "" : quoted(value);
        }
    },

    /// A port (RFC 9460 §7.2).
    PORT {
        @Override
        public byte[] encode(byte[] text, DomainName origin) throws BadField {
            requireValue(text);
            var wire = new RdataWriter();
            wire.u16(
                    number(new String(text, StandardCharsets.ISO_8859_1), 0xffff, "is not a port"));
            return wire.toBytes();
        }

        @Override
        public String text(byte[] value, DomainName origin) throws BadField {
            require(value.length == 2, "is not two octets");
            return Integer.toString(new RdataReader(value).u16());
        }
    },

    /// A list of configurations for encrypted client hellos, in base64 (RFC 9848 §3).
    CONFIGURATION {
        @Override
        public byte[] encode(byte[] text, DomainName origin) throws BadField {
            try {
                byte[] value = StrictBase64.decode(new String(text, StandardCharsets.ISO_8859_1));
                text(value, origin);
                return value;
            } catch (IllegalArgumentException _) {
                throw configuration("is not base64");
            }
        }

        @Override
        public String text(byte[] value, DomainName origin) throws BadField {
            if (value.length == 0) {
                throw configuration("is empty");
            }
            return Base64.getEncoder().encodeToString(value);
        }

        private BadField configuration(String problem) {
            return new BadField(problem).about(ParsedData.About.SERVICE_PARAMETERS);
        }
    },

    /// A relative URI template with a variable `dns` (RFC 9461 §5).
    TEMPLATE {
        @Override
        public byte[] encode(byte[] text, DomainName origin) throws BadField {
            requireValue(text);
            text(text, origin);
            return text;
        }

        @Override
        public String text(byte[] value, DomainName origin) throws BadField {
            try {
                var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
            } catch (CharacterCodingException _) {
                throw new BadField("is not UTF-8");
            }
            return quoted(value);
        }
    };

    static void require(boolean condition, String problem) throws BadField {
        if (!condition) {
            throw new BadField(problem);
        }
    }

    static void requireValue(byte[] text) throws BadField {
        require(text.length > 0, "wants a value");
    }

    static int number(String digits, int max, String problem) throws BadField {
        require(digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) <= max, problem);
        return Integer.parseInt(digits);
    }

    static String quoted(byte[] octets) {
        var text = new StringBuilder();
        StringField.quote(octets, text);
        return text.toString();
    }
}
