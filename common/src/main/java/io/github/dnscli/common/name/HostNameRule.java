package io.github.dnscli.common.name;

/// The host-name rule of RFC 952 as relaxed by RFC 1123 §2.1. The root counts as a host name: `MX 0 .` and `SRV … .`
/// say "no host" with it (RFC 7505, RFC 2782).
final class HostNameRule {

    private HostNameRule() {}

    static boolean holdsFor(byte[] wire, int start) {
        boolean lettersInLast = true;
        for (int at = start; wire[at] != 0; at += wire[at] + 1) {
            if (!labelHolds(wire, at)) {
                return false;
            }
            lettersInLast = hasLetter(wire, at);
        }
        return lettersInLast;
    }

    private static boolean labelHolds(byte[] wire, int at) {
        int length = wire[at];
        if (wire[at + 1] == '-' || wire[at + length] == '-') {
            return false;
        }
        for (int i = at + 1; i <= at + length; i++) {
            if (!isLetter(wire[i]) && !(wire[i] >= '0' && wire[i] <= '9') && wire[i] != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetter(byte[] wire, int at) {
        for (int i = at + 1; i <= at + wire[at]; i++) {
            if (isLetter(wire[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(byte octet) {
        return octet >= 'a' && octet <= 'z' || octet >= 'A' && octet <= 'Z';
    }
}
