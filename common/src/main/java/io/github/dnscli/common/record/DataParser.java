package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Optional;

/// Reads the data of records from words, one record after the other, and keeps the octets of the latest.
public final class DataParser {

    private static final int MAX_OCTETS = 0xffff;

    private final FieldText text = new FieldText();
    private final RdataWriter wire = new RdataWriter();

    /// Makes a parser that has read nothing yet.
    public DataParser() {}

    /// {@return what is wrong with the words as data of a type: its fields, or `\# length hex` for any type
    /// (RFC 3597 §5)}; empty when nothing is, and the data stands in [#octets()]
    ///
    /// @param from the number of the word behind the type
    /// @param origin completes names without a final dot
    public Optional<ParsedData.Invalid> read(
            RecordType type, Words words, int from, DomainName origin) {
        text.begin(words, from, origin);
        wire.truncate(0);
        try {
            if (GenericData.isOne(words, from)) {
                GenericData.parse(type, text, wire);
            } else {
                fields(type);
            }
            return Optional.empty();
        } catch (BadField bad) {
            return Optional.of(bad.outcome());
        }
    }

    private void fields(RecordType type) throws BadField {
        var fields = RecordTable.fields(type);
        if (fields.isEmpty()) {
            throw new BadField("data of type " + type + " must be written as '\\# length hex'");
        }
        for (int i = 0; i < fields.size(); i++) {
            text.enter(fields.get(i).name());
            fields.get(i).kind().parse(text, wire);
        }
        if (text.hasNext()) {
            text.enter("unexpected");
            throw text.bad(text.next(), "behind the last field");
        }
        if (wire.length() > MAX_OCTETS) {
            throw new BadField("data of " + wire.length() + " octets is longer than 65535");
        }
    }

    /// {@return the octets of the data that was read last, names in it uncompressed; overwritten by the next}
    public byte[] octets() {
        return wire.octets();
    }

    /// {@return how many octets it has, 0 to 65535}
    public int length() {
        return wire.length();
    }
}
