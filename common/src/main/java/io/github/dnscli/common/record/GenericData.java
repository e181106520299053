package io.github.dnscli.common.record;

import java.util.HexFormat;

/// The form `\# length hex` that any type's data may be written in (RFC 3597 §5).
final class GenericData {

    private GenericData() {}

    /// {@return whether data begins with the mark of this form}
    static boolean isOne(Words words, int from) {
        return from < words.size()
                && words.end(from) - words.start(from) == 2
                && !words.isQuoted(from)
                && words.text()[words.start(from)] == '\\'
                && words.text()[words.start(from) + 1] == '#';
    }

    static void parse(RecordType type, FieldText text, RdataWriter wire) throws BadField {
        text.next();
        text.enter("length");
        var lengthWord = text.peek();
        int length = (int) text.number(0xffff);
        text.enter("data");
        if (text.hasNext()) {
            BinaryField.HEX.parse(text, wire);
        }
        if (wire.length() != length) {
            text.enter("length");
            throw text.bad(lengthWord, "is said, and " + wire.length() + " octets follow");
        }
        if (RecordData.decode(type, wire.toBytes()) instanceof ParsedData.Invalid invalid) {
            throw new BadField(invalid);
        }
    }

    static void print(byte[] octets, StringBuilder text) {
        text.append("\\# ").append(octets.length);
        if (octets.length > 0) {
            text.append(' ').append(HexFormat.of().withUpperCase().formatHex(octets));
        }
    }
}
