package io.github.dnscli.common.record;

/// IPv4 addresses as text. The JDK also takes `10.1`, which no zone file means.
final class Ipv4 {

    private Ipv4() {}

    /// @throws IllegalArgumentException if the text is not four numbers from 0 to 255 without leading zeros
    static byte[] parse(String text) {
        byte[] octets = new byte[4];
        int at = 0;
        for (int i = 0; i < 4; i++) {
            int end = i < 3 ? text.indexOf('.', at) : text.length();
            octets[i] = octet(text, at, end);
            at = end + 1;
        }
        return octets;
    }

    private static byte octet(String text, int start, int end) {
        boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
        if (end <= start || end - start > 3 || leadingZero) {
            throw new IllegalArgumentException("not an IPv4 address");
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            value = digit < 0 || digit > 9 ? 256 : value * 10 + digit;
        }
        if (value > 255) {
            throw new IllegalArgumentException("not an IPv4 address");
        }
        return (byte) value;
    }
}
