package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The data of one record: its type and the octets of the wire, names in them uncompressed.
///
/// Two data are equal when their octets are, but for the case of letters in names of the types in [RecordTable].
/// Data of a type with a row always fits that row.
public final class RecordData implements Comparable<RecordData> {

    private final RecordType type;
    private final byte[] octets;
    private final int start;
    private final int end;

    private RecordData(RecordType type, byte[] octets, int start, int end) {
        this.type = type;
        this.octets = octets;
        this.start = start;
        this.end = end;
    }

    /// {@return the data in a part of some octets}
    ///
    /// @param octets known to fit the type, as a [DataParser] reads them; shared, and must not be changed any more
    public static RecordData sliceOf(RecordType type, byte[] octets, int start, int end) {
        return new RecordData(type, octets, start, end);
    }

    private static RecordData owning(RecordType type, byte[] octets) {
        return new RecordData(type, octets, 0, octets.length);
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
        var data = owning(type, wire.clone());
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
        var parser = new DataParser();
        return parser.read(type, Words.of(tokens), 0, origin)
                .<ParsedData>map(invalid -> invalid)
                .orElseGet(() -> new ParsedData.Valid(copyOf(type, parser)));
    }

    private static RecordData copyOf(RecordType type, DataParser parser) {
        return owning(type, Arrays.copyOf(parser.octets(), parser.length()));
    }

    /// {@return the type}
    public RecordType type() {
        return type;
    }

    /// {@return the octets of the wire, names uncompressed; a fresh array}
    public byte[] wire() {
        return Arrays.copyOfRange(octets, start, end);
    }

    /// {@return the TTL of what a signature covers, which stands behind its first four octets (RFC 4034 §3.1.4)}
    Optional<Ttl> originalTtl() {
        int seconds = ByteBuffer.wrap(octets, start, length()).getInt(start + 4);
        return seconds < 0 ? Optional.empty() : Optional.of(new Ttl(seconds));
    }

    RdataReader reader() {
        return new RdataReader(octets, start, end);
    }

    /// Copies the octets of the wire, names uncompressed, into an array.
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(octets, start, target, offset, end - start);
    }

    /// {@return how many octets the data has, 0 to 65535}
    public int length() {
        return end - start;
    }

    /// {@return the names in the data, in order; none for types without a row}
    public List<DomainName> names() {
        return RecordTable.hasNames(type)
                ? new NameCollector(reader()).collect(RecordTable.fields(type))
                : List.of();
    }

    /// {@return the host or name that the data points to: of NS, CNAME, PTR, DNAME, MX, SRV, SVCB, HTTPS, KX …}
    public Optional<DomainName> target() {
        return type.value() == RecordType.SOA.value()
                ? Optional.empty()
                : NameCollector.first(reader(), RecordTable.fields(type));
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
            GenericData.print(wire(), text);
            return;
        }
        var wire = reader();
        for (var field : fields) {
            if (field.kind() instanceof BinaryField binary && binary.isRest() && !wire.hasNext()) {
                // Nothing cannot be written as a word.
                text.setLength(0);
                GenericData.print(wire(), text);
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
        byte[] lower = wire();
        if (RecordTable.hasNames(type)) {
            new NameCollector(reader()).lowerCase(RecordTable.fields(type), lower);
        }
        return lower;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof RecordData other
                && length() == other.length()
                && compareTo(other) == 0;
    }

    @Override
    public int hashCode() {
        int hash = type.value();
        byte[] canonical = RecordTable.hasNames(type) ? canonical() : octets;
        int from = RecordTable.hasNames(type) ? 0 : start;
        for (int i = from; i < from + length(); i++) {
            hash = 31 * hash + canonical[i];
        }
        return hash;
    }

    /// Orders by type, then as RFC 4034 §6.3 orders the records of a set.
    @Override
    public int compareTo(RecordData other) {
        int order = type.compareTo(other.type);
        if (order != 0) {
            return order;
        }
        return mayDifferInCase(other)
                ? Arrays.compareUnsigned(canonical(), other.canonical())
                : Arrays.compareUnsigned(octets, start, end, other.octets, other.start, other.end);
    }

    /// The first octets that are not the same decide, unless one may be a capital letter of a name.
    private boolean mayDifferInCase(RecordData other) {
        int at = Arrays.mismatch(octets, start, end, other.octets, other.start, other.end);
        return at >= 0
                && at < Math.min(length(), other.length())
                && (isCapital(octets[start + at]) || isCapital(other.octets[other.start + at]))
                && RecordTable.hasNames(type);
    }

    private static boolean isCapital(byte octet) {
        return octet >= 'A' && octet <= 'Z';
    }

    /// {@return type and text, as at the end of a zone file's line}
    @Override
    public String toString() {
        return type + " " + text();
    }
}
