package io.github.dnscli.common.record;

import java.net.Inet6Address;

/// IPv6 addresses as text. The JDK turns mapped addresses into IPv4 ones, takes zone ids, and writes all eight
/// groups; zone files want none of that.
final class Ipv6 {

    private Ipv6() {}

    /// @throws IllegalArgumentException if the text is no IPv6 address
    static byte[] parse(String text) {
        boolean isForeign = text.indexOf('%') >= 0 || text.indexOf('[') >= 0;
        if (isForeign || text.indexOf(':') < 0 || longestGroup(text) > 4) {
            throw new IllegalArgumentException("not an IPv6 address");
        }
        var address = Inet6Address.ofLiteral(text);
        return address instanceof Inet6Address
                ? address.getAddress()
                : mapped(address.getAddress());
    }

    /// {@return the digits of the longest group, those of an IPv4 address at the end aside}
    private static int longestGroup(String text) {
        int longest = 0;
        int start = 0;
        for (int end = text.indexOf(':'); end >= 0; end = text.indexOf(':', start)) {
            longest = Math.max(longest, end - start);
            start = end + 1;
        }
        return text.indexOf('.') >= 0 ? longest : Math.max(longest, text.length() - start);
    }

    private static byte[] mapped(byte[] ipv4) {
        byte[] octets = new byte[16];
        octets[10] = octets[11] = (byte) 0xff;
        System.arraycopy(ipv4, 0, octets, 12, 4);
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
