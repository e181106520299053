package io.github.dnscli.common.name;

/// Reads the presentation form of names (RFC 1035 §5.1): dots part labels, `\.` and `\DDD` escape octets.
final class NameParser {

    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 255;

    private final byte[] text;
    private final int end;
    private final byte[] wire = new byte[MAX_NAME + 1];
    private int position;
    private int labelStart;
    private int length = 1;

    private NameParser(byte[] text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    static ParsedName parse(byte[] text, int start, int end, DomainName origin) {
        if (end - start == 1 && text[start] == '@') {
            return new ParsedName.Valid(origin);
        }
        if (end - start == 1 && text[start] == '.') {
            return new ParsedName.Valid(DomainName.ROOT);
        }
        var parser = new NameParser(text, start, end);
        var outcome = parser.labels(origin);
        return outcome instanceof ParsedName.Invalid(var problem, var offset)
                ? new ParsedName.Invalid(problem, offset - start)
                : outcome;
    }

    private ParsedName labels(DomainName origin) {
        if (position == end) {
            return invalid("a name is missing");
        }
        while (position < end) {
            int at = position;
            int octet = text[position] & 0xff;
            if (octet == '.') {
                if (length - labelStart == 1) {
                    return invalid("empty label");
                }
                closeLabel();
                position++;
                if (position == end) {
                    return absolute();
                }
                continue;
            }
            if (octet == '\\') {
                octet = escaped();
                if (octet < 0) {
                    position = at;
                    return invalid("bad escape: '\\' wants a character or three digits up to 255");
                }
            }
            position++;
            if (length - labelStart > MAX_LABEL) {
                return invalid("label longer than 63 octets");
            }
            if (length >= MAX_NAME) {
                return invalid("name longer than 255 octets");
            }
            wire[length++] = (byte) octet;
        }
        closeLabel();
        return relativeTo(origin);
    }

    /// Leaves the position on the last character of the escape; -1 when it is none.
    private int escaped() {
        position++;
        if (position >= end) {
            return -1;
        }
        if (!isDigit(text[position])) {
            return text[position] & 0xff;
        }
        if (position + 2 >= end || !isDigit(text[position + 1]) || !isDigit(text[position + 2])) {
            return -1;
        }
        int value =
                (text[position] - '0') * 100
                        + (text[position + 1] - '0') * 10
                        + text[position + 2]
                        - '0';
        position += 2;
        return value > 255 ? -1 : value;
    }

    private void closeLabel() {
        wire[labelStart] = (byte) (length - labelStart - 1);
        labelStart = length++;
    }

    private ParsedName absolute() {
        wire[labelStart] = 0;
        return length > MAX_NAME ? invalid("name longer than 255 octets") : valid(length);
    }

    private ParsedName relativeTo(DomainName origin) {
        int total = labelStart + origin.wireLength();
        if (total > MAX_NAME) {
            return invalid("name longer than 255 octets once '" + origin + "' is appended");
        }
        origin.copyTo(wire, labelStart);
        return valid(total);
    }

    private ParsedName valid(int total) {
        return new ParsedName.Valid(DomainName.ofWire(wire, 0, total));
    }

    private ParsedName invalid(String problem) {
        return new ParsedName.Invalid(problem, position);
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
