package io.github.dnscli.common.record;

import java.util.HexFormat;

/// The form `\# length hex` that any type's data may be written in (RFC 3597 §5).
final class GenericData {

    private GenericData() {}

    static ParsedData parse(RecordType type, FieldText text) throws BadField {
        text.next();
        text.enter("length");
        var lengthWord = text.peek();
        int length = (int) text.number(0xffff);
        text.enter("data");
        var wire = new RdataWriter();
        if (text.hasNext()) {
            BinaryField.HEX.parse(text, wire);
        }
        if (wire.length() != length) {
            text.enter("length");
            throw text.bad(lengthWord, "is said, and " + wire.length() + " octets follow");
        }
        return RecordData.decode(type, wire.toBytes());
    }

    static void print(byte[] octets, StringBuilder text) {
        text.append("\\# ").append(octets.length);
        if (octets.length > 0) {
            text.append(' ').append(HexFormat.of().withUpperCase().formatHex(octets));
        }
    }
}
