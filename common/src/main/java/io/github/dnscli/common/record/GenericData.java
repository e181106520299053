package io.github.dnscli.common.record;

import java.util.HexFormat;

/// The form `\# length hex` that any type's data may be written in (RFC 3597 §5).
final class GenericData {

    private GenericData() {}

    static ParsedData parse(RecordType type, FieldText text) throws BadField {
        var marker = text.next();
        text.enter("length");
        int length = (int) text.number(0xffff);
        text.enter("data");
        var wire = new RdataWriter();
        if (text.hasNext()) {
            BinaryField.HEX.parse(text, wire);
        }
        if (wire.length() != length) {
            throw text.bad(marker, "says " + length + " octets, and " + wire.length() + " follow");
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
