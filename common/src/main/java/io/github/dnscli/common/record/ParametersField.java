package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Locale;
import java.util.TreeMap;

/// Parameters, `key=value` in any order in text, ascending by key on the wire (RFC 9460 §2.1, §2.2).
///
/// @param keys the keys that have names
record ParametersField(ParameterKeys keys) implements FieldKind {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        var values = new TreeMap<Integer, byte[]>();
        while (text.hasNext()) {
            var token = text.next();
            String word = token.text();
            int equals = word.indexOf('=');
            int key = key(text, token, equals < 0 ? word : word.substring(0, equals));
            byte[] value = value(text, token, key, equals);
            if (values.putIfAbsent(key, value) != null) {
                throw text.bad(token, "is a parameter given before")
                        .about(ParsedData.About.SERVICE_PARAMETERS);
            }
        }
        for (var parameter : values.entrySet()) {
            wire.u16(parameter.getKey());
            wire.u16(parameter.getValue().length);
            wire.bytes(parameter.getValue());
        }
    }

    private int key(FieldText text, Token token, String name) throws BadField {
        int key = keys.number(name);
        if (key < 0) {
            boolean hasCapitals = keys.number(name.toLowerCase(Locale.ROOT)) >= 0;
            throw text.bad(
                    token,
                    hasCapitals
                            ? "has a key with capitals, which no server reads"
                            : "is not a " + keys.noun());
        }
        return key;
    }

    /// The value stands behind the equals sign; when quoted (`alpn="h2"`) the reader has kept the word in one piece.
    private byte[] value(FieldText text, Token token, int key, int equals) throws BadField {
        int start = equals < 0 ? token.end() : token.start() + equals + 1;
        int end = token.end();
        if (end - start >= 2 && token.source()[start] == '"' && token.source()[end - 1] == '"') {
            start++;
            end--;
        }
        var value = new Token(token.source(), start, end, true);
        byte[] octets = value.octets().orElseThrow(() -> text.bad(token, "has a malformed escape"));
        try {
            return isNumbered(token) ? checked(key, octets) : encoded(key, octets, text.origin());
        } catch (BadField malformed) {
            throw text.bad(token, malformed.problem()).about(malformed.about());
        }
    }

    /// The form `keyNNNNN` gives the octets of the wire, for keys with a name too (RFC 9460 §2.1).
    private static boolean isNumbered(Token token) {
        return token.text().startsWith("key");
    }

    private byte[] checked(int key, byte[] octets) throws BadField {
        keys.value(key).text(octets, DomainName.ROOT);
        return octets;
    }

    private byte[] encoded(int key, byte[] octets, DomainName origin) throws BadField {
        byte[] value = keys.value(key).encode(octets, origin);
        PlainValue.require(value.length <= 0xffff, "is longer than 65535 octets");
        return value;
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        int previous = -1;
        while (wire.hasNext()) {
            int key = wire.u16();
            if (key <= previous) {
                throw new BadField(keys.noun() + "s are not in ascending order")
                        .about(ParsedData.About.SERVICE_PARAMETERS);
            }
            previous = key;
            byte[] value = wire.bytes(wire.u16());
            text.append(text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? "" : " ");
            print(key, value, text, origin);
        }
    }

    private void print(int key, byte[] value, StringBuilder text, DomainName origin)
            throws BadField {
        try {
            PlainValue.require(key < ParameterKeys.INVALID, "is not a key (RFC 9460 §14.3.2)");
            String written = keys.value(key).text(value, origin);
            text.append(keys.name(key)).append(written.isEmpty() ? "" : "=").append(written);
        } catch (BadField malformed) {
            throw new BadField(keys.name(key) + " " + malformed.problem()).about(malformed.about());
        }
    }
}
