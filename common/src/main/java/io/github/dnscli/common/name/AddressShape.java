package io.github.dnscli.common.name;

/// An IP address that somebody has written where a name is due.
final class AddressShape {

    private AddressShape() {}

    /// {@return how many labels at the beginning of a name are an address}
    static int labels(byte[] wire, int start) {
        if (isIpv6(wire, start)) {
            return 1;
        }
        int at = start;
        for (int labels = 0; labels < 4; labels++) {
            if (!isDecimalOctet(wire, at)) {
                return 0;
            }
            at += wire[at] + 1;
        }
        return 4;
    }

    /// Two colons or more, and nothing else but hexadecimal digits.
    private static boolean isIpv6(byte[] wire, int at) {
        int colons = 0;
        for (int i = at + 1; i <= at + wire[at]; i++) {
            if (wire[i] == ':') {
                colons++;
            } else if (Character.digit(wire[i], 16) < 0) {
                return false;
            }
        }
        return colons >= 2;
    }

    private static boolean isDecimalOctet(byte[] wire, int at) {
        int length = wire[at];
        if (length < 1 || length > 3) {
            return false;
        }
        int value = 0;
        for (int i = at + 1; i <= at + length; i++) {
            if (wire[i] < '0' || wire[i] > '9') {
                return false;
            }
            value = value * 10 + wire[i] - '0';
        }
        return value <= 255;
    }
}
