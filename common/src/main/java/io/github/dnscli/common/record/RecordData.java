package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The data of one record: its type and the octets of the wire, names in them uncompressed.
///
/// Two data are equal when their octets are, but for the case of letters in names of the types in [RecordTable].
/// Data of a type with a row always fits that row.
public final class RecordData implements Comparable<RecordData> {

    private static final int MAX_OCTETS = 0xffff;

    private final RecordType type;
    private final byte[] octets;

    private RecordData(RecordType type, byte[] octets) {
        this.type = type;
        this.octets = octets;
    }

    /// {@return the data that text means, names in it being absolute}
    ///
    /// @throws IllegalArgumentException if the text does not fit the type
    public static RecordData of(RecordType type, String text) {
        return orThrow(type, parse(type, Token.split(text), DomainName.ROOT));
    }

    /// {@return the data that wire-format octets mean}
    ///
    /// @throws IllegalArgumentException if the octets do not fit the type; see [#decode] for octets of strangers
    public static RecordData ofWire(RecordType type, byte[] wire) {
        return orThrow(type, decode(type, wire));
    }

    private static RecordData orThrow(RecordType type, ParsedData parsed) {
        return switch (parsed) {
            case ParsedData.Valid(var data) -> data;
            case ParsedData.Invalid(var problem, _, _) ->
                    throw new IllegalArgumentException(type + ": " + problem);
        };
    }

    /// {@return what wire-format octets mean for a type; the octets are copied}
    public static ParsedData decode(RecordType type, byte[] wire) {
        var data = new RecordData(type, wire.clone());
        try {
            data.print(new StringBuilder(), DomainName.ROOT);
            return new ParsedData.Valid(data);
        } catch (BadField bad) {
            return bad.outcome();
        }
    }

    /// {@return what the words behind a type mean: its fields, or `\# length hex` for any type (RFC 3597 §5)}
    ///
    /// @param origin completes names without a final dot
    public static ParsedData parse(RecordType type, List<Token> tokens, DomainName origin) {
        var text = new FieldText(tokens, origin);
        try {
            boolean generic = !tokens.isEmpty() && tokens.getFirst().is("\\#");
            return generic ? GenericData.parse(type, text) : parseFields(type, text);
        } catch (BadField bad) {
            return bad.outcome();
        }
    }

    private static ParsedData parseFields(RecordType type, FieldText text) throws BadField {
        var fields = RecordTable.fields(type);
        if (fields.isEmpty()) {
            throw new BadField("data of type " + type + " must be written as '\\# length hex'");
        }
        var wire = new RdataWriter();
        for (var field : fields) {
            text.enter(field.name());
            field.kind().parse(text, wire);
        }
        if (text.hasNext()) {
            text.enter("unexpected");
            throw text.bad(text.next(), "behind the last field");
        }
        if (wire.length() > MAX_OCTETS) {
            throw new BadField("data of " + wire.length() + " octets is longer than 65535");
        }
        return new ParsedData.Valid(new RecordData(type, wire.toBytes()));
    }

    /// {@return the type}
    public RecordType type() {
        return type;
    }

    /// {@return the octets of the wire, names uncompressed; a fresh array}
    public byte[] wire() {
        return octets.clone();
    }

    /// {@return how many octets the data has, 0 to 65535}
    public int length() {
        return octets.length;
    }

    /// {@return the names in the data, in order; none for types without a row}
    public List<DomainName> names() {
        var names = new NameCollector(octets);
        return names.collect(RecordTable.fields(type));
    }

    /// {@return the host or name that the data points to: of NS, CNAME, PTR, DNAME, MX, SRV, SVCB, HTTPS, KX …}
    public Optional<DomainName> target() {
        return type.equals(RecordType.SOA) ? Optional.empty() : names().stream().findFirst();
    }

    /// {@return the presentation format, names absolute}
    public String text() {
        return text(DomainName.ROOT);
    }

    /// {@return the presentation format, names below the origin relative to it}
    public String text(DomainName origin) {
        try {
            var text = new StringBuilder();
            print(text, origin);
            return text.toString();
        } catch (BadField bad) {
            throw new IllegalStateException(type + " data lost its shape", bad);
        }
    }

    private void print(StringBuilder text, DomainName origin) throws BadField {
        var fields = RecordTable.fields(type);
        if (fields.isEmpty()) {
            GenericData.print(octets, text);
            return;
        }
        var wire = new RdataReader(octets);
        for (var field : fields) {
            if (field.kind() instanceof BinaryField binary && binary.isRest() && !wire.hasNext()) {
                // Nothing cannot be written as a word.
                text.setLength(0);
                GenericData.print(octets, text);
                return;
            }
            text.append(text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? "" : " ");
            field.kind().print(wire, text, origin);
        }
        if (wire.hasNext()) {
            throw new BadField("data goes on behind the last field");
        }
        if (text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    /// {@return the octets with the names in lower case, by which data is compared (RFC 4034 §6.2)}
    byte[] canonical() {
        return new NameCollector(octets).lowerCased(RecordTable.fields(type));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof RecordData other
                && type.equals(other.type)
                && octets.length == other.octets.length
                && (Arrays.equals(octets, other.octets)
                        || Arrays.equals(canonical(), other.canonical()));
    }

    @Override
    public int hashCode() {
        return 31 * type.value() + Arrays.hashCode(canonical());
    }

    /// Orders by type, then as RFC 4034 §6.3 orders the records of a set.
    @Override
    public int compareTo(RecordData other) {
        int order = type.compareTo(other.type);
        return order != 0 ? order : Arrays.compareUnsigned(canonical(), other.canonical());
    }

    /// {@return type and text, as at the end of a zone file's line}
    @Override
    public String toString() {
        return type + " " + text();
    }
}
