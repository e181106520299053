package io.github.dnscli.common.record;

/// IPv4 addresses as text. The JDK also takes `10.1`, which no zone file means.
final class Ipv4 {

    private Ipv4() {}

    /// Writes the four octets of an address; says no if the text is not four numbers from 0 to 255 without leading zeros.
    static boolean parse(byte[] text, int start, int end, byte[] target, int offset) {
        int at = start;
        for (int i = 0; i < 4; i++) {
            int digits = at;
            int value = 0;
            while (at < end && at - digits < 4 && text[at] >= '0' && text[at] <= '9') {
                value = value * 10 + text[at++] - '0';
            }
            boolean leadingZero = at - digits > 1 && text[digits] == '0';
            if (at == digits || leadingZero || value > 255) {
                return false;
            }
            target[offset + i] = (byte) value;
            boolean ends = i < 3 ? at < end && text[at++] == '.' : at == end;
            if (!ends) {
                return false;
            }
        }
        return true;
    }
}
