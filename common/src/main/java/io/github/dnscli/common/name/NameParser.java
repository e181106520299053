package io.github.dnscli.common.name;

/// Reads the presentation form of names (RFC 1035 §5.1): dots part labels, `\.` and `\DDD` escape octets.
///
/// One parser reads many names, one after the other, and keeps the wire form of the latest: a zone of a million records
/// is read without an object for each of its names.
public final class NameParser {

    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 255;
    private static final int NONE = -1;

    private final byte[] wire = new byte[MAX_NAME + 1];
    private byte[] text = {};
    private int start;
    private int end;
    private int position;
    private int labelStart;
    private int length;
    private int relativeLength;
    private String problem = "";

    /// Makes a parser that has read nothing yet.
    public NameParser() {}

    static ParsedName parse(byte[] text, int start, int end, DomainName origin) {
        var parser = new NameParser();
        return parser.read(text, start, end, origin)
                ? new ParsedName.Valid(DomainName.ofWire(parser.wire, 0, parser.length))
                : parser.invalid();
    }

    /// {@return whether a part of a text is a name}; if so it is in [#wire()], else [#invalid()] says what is wrong
    ///
    /// @param origin completes a name without a final dot, and is what `@` means
    public boolean read(byte[] source, int from, int to, DomainName origin) {
        text = source;
        start = from;
        end = to;
        position = from;
        labelStart = 0;
        length = 1;
        relativeLength = NONE;
        if (to - from == 1 && source[from] == '@') {
            length = 0;
            return append(origin);
        }
        if (to - from == 1 && source[from] == '.') {
            wire[0] = 0;
            return true;
        }
        return labels() && complete(origin);
    }

    /// {@return the wire form of the name that was read last, uncompressed; overwritten by the next}
    public byte[] wire() {
        return wire;
    }

    /// {@return how many octets it has}
    public int length() {
        return length;
    }

    /// {@return how many octets stand before the origin that was appended; negative if none was}
    public int relativeLength() {
        return relativeLength;
    }

    /// {@return why the text that was read last is no name}
    public ParsedName.Invalid invalid() {
        return new ParsedName.Invalid(problem, position - start);
    }

    /// Reads labels up to the end of the text, or to the dot that ends it.
    private boolean labels() {
        if (position == end) {
            return fails("a name is missing");
        }
        while (position < end) {
            int octet = text[position] & 0xff;
            if (octet == '.') {
                if (length - labelStart == 1) {
                    return fails("empty label");
                }
                closeLabel();
                position++;
                continue;
            }
            int at = position;
            if (octet == '\\') {
                octet = escaped();
                if (octet == NONE) {
                    position = at;
                    return fails("bad escape: '\\' wants a character or three digits up to 255");
                }
            }
            position++;
            if (!add(octet)) {
                return false;
            }
        }
        return true;
    }

    private boolean add(int octet) {
        if (length - labelStart > MAX_LABEL) {
            return fails("label longer than 63 octets");
        }
        if (length >= MAX_NAME) {
            return fails("name longer than 255 octets");
        }
        wire[length++] = (byte) octet;
        return true;
    }

    /// Leaves the position on the last character of the escape.
    private int escaped() {
        position++;
        if (position >= end) {
            return NONE;
        }
        if (!isDigit(text[position])) {
            return text[position] & 0xff;
        }
        if (position + 2 >= end || !isDigit(text[position + 1]) || !isDigit(text[position + 2])) {
            return NONE;
        }
        int value =
                (text[position] - '0') * 100
                        + (text[position + 1] - '0') * 10
                        + text[position + 2]
                        - '0';
        position += 2;
        return value > 255 ? NONE : value;
    }

    private void closeLabel() {
        wire[labelStart] = (byte) (length - labelStart - 1);
        labelStart = length++;
    }

    /// Ends the name behind its labels: with the root if a dot stands there, else with the origin.
    private boolean complete(DomainName origin) {
        if (length - labelStart == 1) {
            wire[labelStart] = 0;
            return length <= MAX_NAME || fails("name longer than 255 octets");
        }
        closeLabel();
        length = labelStart;
        return append(origin);
    }

    private boolean append(DomainName origin) {
        relativeLength = length;
        int total = length + origin.wireLength();
        if (total > MAX_NAME) {
            return fails("name longer than 255 octets once '" + origin + "' is appended");
        }
        origin.copyTo(wire, length);
        length = total;
        return true;
    }

    private boolean fails(String reason) {
        problem = reason;
        return false;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
