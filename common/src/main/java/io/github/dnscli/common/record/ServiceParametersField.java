package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.TreeMap;

/// The parameters of SVCB and HTTPS records (RFC 9460 §2.1): `key=value` in any order in text, ascending on the wire.
record ServiceParametersField() implements FieldKind {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        var values = new TreeMap<Integer, byte[]>();
        while (text.hasNext()) {
            var token = text.next();
            String word = token.text();
            int equals = word.indexOf('=');
            int key = ServiceParameter.key(equals < 0 ? word : word.substring(0, equals));
            if (key < 0) {
                throw text.bad(token, "is not a service parameter");
            }
            byte[] value = value(text, token, key, equals);
            if (values.putIfAbsent(key, value) != null) {
                throw text.bad(token, "is a parameter given before");
            }
        }
        values.forEach(
                (key, value) -> {
                    wire.u16(key);
                    wire.u16(value.length);
                    wire.bytes(value);
                });
    }

    /// The value stands behind the equals sign; when quoted (`alpn="h2"`) the reader has kept the word in one piece.
    private static byte[] value(FieldText text, Token token, int key, int equals) throws BadField {
        int start = equals < 0 ? token.end() : token.start() + equals + 1;
        int end = token.end();
        if (end - start >= 2 && token.source()[start] == '"' && token.source()[end - 1] == '"') {
            start++;
            end--;
        }
        var value = new Token(token.source(), start, end, true);
        byte[] octets = value.octets().orElseThrow(() -> text.bad(token, "has a malformed escape"));
        try {
            return isNumbered(token)
                    ? ServiceParameter.checked(key, octets)
                    : ServiceParameter.encode(key, equals >= 0, octets);
        } catch (IllegalArgumentException malformed) {
            throw text.bad(token, String.valueOf(malformed.getMessage()));
        }
    }

    /// The form `keyNNNNN` gives the octets of the wire, for keys with a name too (RFC 9460 §2.1).
    private static boolean isNumbered(Token token) {
        return token.text().regionMatches(true, 0, "key", 0, 3);
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        int previous = -1;
        while (wire.hasNext()) {
            int key = wire.u16();
            if (key <= previous) {
                throw new BadField("service parameters are not in ascending order");
            }
            previous = key;
            byte[] value = wire.bytes(wire.u16());
            text.append(text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? "" : " ");
            try {
                text.append(ServiceParameter.text(key, value));
            } catch (IllegalArgumentException malformed) {
                throw new BadField(ServiceParameter.name(key) + " " + malformed.getMessage());
            }
        }
    }
}
