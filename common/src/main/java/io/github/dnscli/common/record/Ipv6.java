package io.github.dnscli.common.record;

import java.util.Arrays;

/// IPv6 addresses as text. The JDK turns mapped addresses into IPv4 ones, takes zone ids and leading zeros, and writes all
/// eight groups; zone files want none of that.
final class Ipv6 {

    private static final int OCTETS = 16;
    private static final int NONE = -1;

    private Ipv6() {}

    /// @throws IllegalArgumentException if the text is no IPv6 address
    static byte[] parse(String text) {
        byte[] octets = new byte[OCTETS];
        int length = 0;
        int gap = NONE;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            int end = groupEnd(text, at);
            boolean isIpv4 = end < text.length() && text.charAt(end) == '.';
            byte[] part = isIpv4 ? Ipv4.parse(text.substring(at)) : group(text, at, end);
            require(length + part.length <= OCTETS);
            System.arraycopy(part, 0, octets, length, part.length);
            length += part.length;
            at = isIpv4 ? text.length() : end;
            if (text.startsWith("::", at)) {
                require(gap == NONE);
                gap = length;
                at += 2;
            } else if (at < text.length()) {
                require(text.charAt(at) == ':' && at + 1 < text.length());
                at++;
            }
        }
        return expanded(octets, length, gap);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not an IPv6 address");
        }
    }

    private static int groupEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
            end++;
        }
        return end;
    }

    private static byte[] group(String text, int start, int end) {
        require(end > start && end - start <= 4);
        int value = 0;
        for (int i = start; i < end; i++) {
            require(text.charAt(i) < 128);
            value = value << 4 | Character.digit(text.charAt(i), 16);
        }
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    /// Puts zeros where `::` stands, which is for one group at least (RFC 4291 §2.2).
    private static byte[] expanded(byte[] octets, int length, int gap) {
        require(gap == NONE ? length == OCTETS : length < OCTETS);
        if (gap != NONE) {
            int behind = length - gap;
            System.arraycopy(octets, gap, octets, OCTETS - behind, behind);
            Arrays.fill(octets, gap, OCTETS - behind, (byte) 0);
        }
        return octets;
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
