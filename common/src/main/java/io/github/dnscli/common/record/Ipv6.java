package io.github.dnscli.common.record;

import java.util.Arrays;

/// IPv6 addresses as text. The JDK turns mapped addresses into IPv4 ones, takes zone ids, and writes all eight
/// groups; zone files want none of that.
final class Ipv6 {

    private static final int NONE = -1;

    private Ipv6() {}

    /// Writes the sixteen octets of an address (RFC 4291 §2.2); says no if the text is none.
    static boolean parse(byte[] text, int start, int end, byte[] target, int offset) {
        int groups = 0;
        int gapAt = NONE;
        int at = start;
        if (at + 1 < end && text[at] == ':' && text[at + 1] == ':') {
            gapAt = 0;
            at += 2;
        }
        while (at < end) {
            int groupEnd = groupEnd(text, at, end);
            if (groupEnd < end && text[groupEnd] == '.') {
                boolean fits =
                        groups <= 6 && Ipv4.parse(text, at, end, target, offset + 2 * groups);
                return fits && spread(target, offset, groups + 2, gapAt);
            }
            if (groups == 8 || groupEnd == at || groupEnd - at > 4) {
                return false;
            }
            int value = hex(text, at, groupEnd);
            target[offset + 2 * groups] = (byte) (value >> 8);
            target[offset + 2 * groups + 1] = (byte) value;
            groups++;
            at = groupEnd;
            if (at == end) {
                break;
            }
            boolean single = text[at] == ':' && at + 1 < end && text[at + 1] != ':';
            boolean opensGap = text[at] == ':' && !single && at + 1 < end && gapAt == NONE;
            if (!single && !opensGap) {
                return false;
            }
            gapAt = opensGap ? groups : gapAt;
            at += single ? 1 : 2;
        }
        return spread(target, offset, groups, gapAt);
    }

    private static int groupEnd(byte[] text, int start, int end) {
        int at = start;
        while (at < end && Character.digit(text[at], 16) >= 0) {
            at++;
        }
        return at;
    }

    private static int hex(byte[] text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            value = value << 4 | Character.digit(text[i], 16);
        }
        return value;
    }

    /// Moves the groups behind a `::` to the end and puts zeros in between; the gap stands for at least one group.
    private static boolean spread(byte[] target, int offset, int groups, int gapAt) {
        if (gapAt == NONE) {
            return groups == 8;
        }
        if (groups > 7) {
            return false;
        }
        int behind = 2 * (groups - gapAt);
        System.arraycopy(target, offset + 2 * gapAt, target, offset + 16 - behind, behind);
        Arrays.fill(target, offset + 2 * gapAt, offset + 16 - behind, (byte) 0);
        return true;
    }

    /// {@return the recommended form: lower case, the longest run of two or more zero groups as `::` (RFC 5952 §4)}
    static String text(byte[] octets) {
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < 8; i++) {
            int length = zeroGroups(octets, i);
            if (length > runLength) {
                runStart = i;
                runLength = length;
            }
        }
        var text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(group(octets, i)));
            }
        }
        return text.toString();
    }

    private static int zeroGroups(byte[] octets, int from) {
        int i = from;
        while (i < 8 && group(octets, i) == 0) {
            i++;
        }
        return i - from;
    }

    private static int group(byte[] octets, int index) {
        return (octets[2 * index] & 0xff) << 8 | octets[2 * index + 1] & 0xff;
    }
}
