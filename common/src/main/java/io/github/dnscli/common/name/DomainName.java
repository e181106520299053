package io.github.dnscli.common.name;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// An absolute domain name (RFC 1034 §3.1): up to 127 labels of 1 to 63 octets, 255 octets with the root in all.
///
/// Names are equal without regard to the case of ASCII letters (RFC 4343) and keep the case they came in. Their
/// order is the canonical one of RFC 4034 §6.1: a zone's names sorted by it stand right behind their parents.
public final class DomainName implements Comparable<DomainName> {

    /// The root of all names.
    public static final DomainName ROOT = new DomainName(new byte[1], 0, 1);

    private final byte[] octets;
    private final int start;
    private final int end;

    private DomainName(byte[] octets, int start, int end) {
        this.octets = octets;
        this.start = start;
        this.end = end;
    }

    /// {@return the name that a text spells; a final dot may be missing}
    ///
    /// @throws IllegalArgumentException if the text is no name; the message says why and quotes it
    public static DomainName of(String text) {
        return switch (parse(text, ROOT)) {
            case ParsedName.Valid(var name) -> name;
            case ParsedName.Invalid(var problem, _) ->
                    throw new IllegalArgumentException(
                            "'" + text + "' is not a domain name: " + problem);
        };
    }

    /// {@return what a text spells; without a final dot it is relative to the origin, and `@` is the origin}
    public static ParsedName parse(String text, DomainName origin) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return NameParser.parse(bytes, 0, bytes.length, origin);
    }

    /// {@return what a part of a text spells; without a final dot it is relative to the origin, and `@` is the origin}
    public static ParsedName parse(byte[] text, int start, int end, DomainName origin) {
        return NameParser.parse(text, start, end, origin);
    }

    /// {@return the uncompressed name that begins at an offset of wire-format octets; the octets are copied}
    ///
    /// @throws IllegalArgumentException if no name ends before `end`
    public static DomainName ofWire(byte[] wire, int start, int end) {
        int length = wireLengthAt(wire, start, end);
        return new DomainName(Arrays.copyOfRange(wire, start, start + length), 0, length);
    }

    /// {@return the uncompressed name that begins at an offset of wire-format octets}
    ///
    /// @param wire is shared, and must not be changed any more
    /// @throws IllegalArgumentException if no name ends before `end`
    public static DomainName sliceOf(byte[] wire, int start, int end) {
        return new DomainName(wire, start, start + wireLengthAt(wire, start, end));
    }

    private static int wireLengthAt(byte[] wire, int start, int end) {
        int at = start;
        while (at < end) {
            int label = wire[at] & 0xff;
            if (label > 63) {
                throw new IllegalArgumentException("compressed or malformed name");
            }
            at += label + 1;
            if (label == 0) {
                if (at - start > 255) {
                    throw new IllegalArgumentException("name longer than 255 octets");
                }
                return at - start;
            }
        }
        throw new IllegalArgumentException("name runs past the end of its data");
    }

    /// {@return how many labels the name has; the root has none}
    public int labelCount() {
        int count = 0;
        for (int at = start; octets[at] != 0; at += octets[at] + 1) {
            count++;
        }
        return count;
    }

    /// {@return whether this is the root}
    public boolean isRoot() {
        return octets[start] == 0;
    }

    /// {@return the leftmost label, escaped as in text}
    ///
    /// @throws IllegalStateException for the root
    public String firstLabel() {
        if (isRoot()) {
            throw new IllegalStateException("the root has no labels");
        }
        var text = new StringBuilder();
        NamePrinter.appendLabel(octets, start, text);
        return text.toString();
    }

    /// {@return whether the leftmost label is this one, in any case of letters}
    public boolean startsWith(String label) {
        int length = octets[start];
        if (length != label.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(octets[start + 1 + i]) != lower((byte) label.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// {@return the name without its leftmost label}
    ///
    /// @throws IllegalStateException for the root
    public DomainName parent() {
        if (isRoot()) {
            throw new IllegalStateException("the root has no parent");
        }
        return new DomainName(octets, start + octets[start] + 1, end);
    }

    /// {@return the name made of the last labels of this one}
    ///
    /// @param labels how many, from 0 (the root) to [#labelCount()]
    public DomainName suffix(int labels) {
        int at = start;
        for (int skip = labelCount() - labels; skip > 0; skip--) {
            at += octets[at] + 1;
        }
        return at == start ? this : new DomainName(octets, at, end);
    }

    /// {@return the name one or more labels below this one}
    ///
    /// @param labels text of the labels, without a final dot
    /// @throws IllegalArgumentException if the result would be no name
    public DomainName child(String labels) {
        return switch (parse(labels, this)) {
            case ParsedName.Valid(var name) -> name;
            case ParsedName.Invalid(var problem, _) ->
                    throw new IllegalArgumentException(
                            "'" + labels + "' under '" + this + "': " + problem);
        };
    }

    /// {@return the wildcard right below this name, `*.` in front of it}
    ///
    /// @throws IllegalArgumentException if that would be too long for a name
    public DomainName wildcard() {
        if (wireLength() > 253) {
            throw new IllegalArgumentException("'" + this + "' has no room for '*.'");
        }
        byte[] wire = new byte[wireLength() + 2];
        wire[0] = 1;
        wire[1] = '*';
        copyTo(wire, 2);
        return new DomainName(wire, 0, wire.length);
    }

    /// {@return whether the leftmost label is `*` (RFC 4592 §2.1.1)}
    public boolean isWildcard() {
        return octets[start] == 1 && octets[start + 1] == '*';
    }

    /// {@return whether a label other than the leftmost is `*`: no wildcard, though it looks like one (RFC 4592 §2.1.1)}
    public boolean hasInnerWildcard() {
        if (octets[start] == 0) {
            return false;
        }
        for (int at = start + octets[start] + 1; octets[at] != 0; at += octets[at] + 1) {
            if (octets[at] == 1 && octets[at + 1] == '*') {
                return true;
            }
        }
        return false;
    }

    /// {@return how many labels the address takes that the name begins with: 4 of dotted decimals, 1 of hexadecimals
    /// and colons; 0 if it begins with none}
    public int addressLabels() {
        return AddressShape.labels(octets, start);
    }

    /// {@return whether this name is the other, or stands below it}
    public boolean isAtOrBelow(DomainName other) {
        int at = end - other.wireLength();
        return at >= start && isLabelBoundary(at) && sameOctets(at, other);
    }

    /// {@return whether this name stands below the other and is not it}
    public boolean isBelow(DomainName other) {
        return wireLength() > other.wireLength() && isAtOrBelow(other);
    }

    /// {@return this name with one suffix put in place of another: what a DNAME does (RFC 6672 §2.2)}
    ///
    /// @throws IllegalArgumentException if this name is not at or below `suffix`, or the result is too long
    public DomainName withSuffix(DomainName suffix, DomainName replacement) {
        if (!isAtOrBelow(suffix)) {
            throw new IllegalArgumentException("'" + this + "' is not below '" + suffix + "'");
        }
        int head = wireLength() - suffix.wireLength();
        byte[] wire = new byte[head + replacement.wireLength()];
        System.arraycopy(octets, start, wire, 0, head);
        replacement.copyTo(wire, head);
        return ofWire(wire, 0, wire.length);
    }

    private boolean isLabelBoundary(int boundary) {
        int at = start;
        while (at < boundary) {
            at += octets[at] + 1;
        }
        return at == boundary;
    }

    private boolean sameOctets(int at, DomainName other) {
        for (int i = other.start; i < other.end; i++, at++) {
            if (lower(octets[at]) != lower(other.octets[i])) {
                return false;
            }
        }
        return true;
    }

    /// {@return whether this is a host name: letters, digits and inner hyphens only, and not all-numeric at the top
    /// (RFC 952, RFC 1123 §2.1)}
    public boolean isHostName() {
        return HostNameRule.holdsFor(octets, start);
    }

    /// {@return the name with its ASCII letters in lower case}
    public DomainName lowerCase() {
        byte[] wire = wire();
        for (int i = 0; i < wire.length; i++) {
            wire[i] = lower(wire[i]);
        }
        return new DomainName(wire, 0, wire.length);
    }

    /// {@return how many octets the name takes uncompressed, 1 to 255}
    public int wireLength() {
        return end - start;
    }

    /// {@return the uncompressed wire format; a fresh array}
    public byte[] wire() {
        return Arrays.copyOfRange(octets, start, end);
    }

    /// {@return what somebody makes of the uncompressed wire format, seen where it is}
    public int read(WireReader reader) {
        return reader.read(octets, start);
    }

    /// Copies the uncompressed wire format into an array.
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(octets, start, target, offset, end - start);
    }

    /// {@return whether the two are the same to the letter, case included}
    public boolean isSpelledLike(DomainName other) {
        return Arrays.equals(octets, start, end, other.octets, other.start, other.end);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof DomainName other
                && wireLength() == other.wireLength()
                && sameOctets(start, other);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + lower(octets[i]);
        }
        return hash;
    }

    @Override
    public int compareTo(DomainName other) {
        int mine = labelCount();
        int theirs = other.labelCount();
        for (int depth = 1; depth <= Math.min(mine, theirs); depth++) {
            int order =
                    compareLabels(
                            octets,
                            labelAt(mine - depth),
                            other.octets,
                            other.labelAt(theirs - depth));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine, theirs);
    }

    /// {@return how the leftmost label stands to that of another name in canonical order, which is how the names stand to
    /// each other if they are right below the same one}
    public int compareFirstLabel(DomainName other) {
        return compareLabels(octets, start, other.octets, other.start);
    }

    /// {@return the first eight octets of the leftmost label in lower case as an unsigned number: where two differ, it is as
    /// [#compareFirstLabel] has it}
    public long firstLabelPrefix() {
        long prefix = 0;
        for (int i = 1; i <= Long.BYTES; i++) {
            prefix = prefix << 8 | (i <= octets[start] ? lower(octets[start + i]) & 0xff : 0);
        }
        return prefix;
    }

    private int labelAt(int index) {
        int at = start;
        for (int i = 0; i < index; i++) {
            at += octets[at] + 1;
        }
        return at;
    }

    private static int compareLabels(byte[] a, int aStart, byte[] b, int bStart) {
        int shorter = Math.min(a[aStart], b[bStart]);
        for (int i = 1; i <= shorter; i++) {
            int order = Integer.compare(lower(a[aStart + i]) & 0xff, lower(b[bStart + i]) & 0xff);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a[aStart], b[bStart]);
    }

    private static byte lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? (byte) (octet + 32) : octet;
    }

    /// {@return the name as text relative to an origin: `@` for the origin itself, without the origin if below it,
    /// else absolute with a final dot; always absolute when the origin is the root}
    public String relativeTo(DomainName origin) {
        if (origin.isRoot() || !isAtOrBelow(origin)) {
            return toString();
        }
        if (wireLength() == origin.wireLength()) {
            return "@";
        }
        var text = new StringBuilder();
        NamePrinter.append(octets, start, end - origin.wireLength(), text);
        return text.substring(0, text.length() - 1);
    }

    /// {@return the name as people write it in running text, without the final dot; `.` for the root}
    public String display() {
        String text = toString();
        return isRoot() ? text : text.substring(0, text.length() - 1);
    }

    /// {@return the name in presentation format, with a final dot}
    @Override
    public String toString() {
        if (isRoot()) {
            return ".";
        }
        var text = new StringBuilder(end - start + 8);
        NamePrinter.append(octets, start, end - 1, text);
        return text.toString();
    }
}
