package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;

/// The canonical form of one record's data: the form that is signed.
///
/// Names are in lower case in the types that RFC 4034 §6.2 lists, but for NSEC (RFC 6840 §5.1), and in no others: a type
/// that is younger than the list keeps its letters (RFC 3597 §7).
final class CanonicalData {

    /// Where the names of a type stand: behind some octets, and behind some strings.
    private record Layout(int octets, int strings, int names) {}

    private static final Layout NONE = new Layout(0, 0, 0);
    private static final int A6 = 38;

    private CanonicalData() {}

    private static Layout layout(RecordType type) {
        return switch (type.value()) {
            case 2, 3, 4, 5, 7, 8, 9, 12, 30, 39 -> new Layout(0, 0, 1); // NS MD … PTR, NXT, DNAME
            case 6, 14, 17 -> new Layout(0, 0, 2); // SOA, MINFO, RP
            case 15, 18, 21, 36 -> new Layout(2, 0, 1); // MX, AFSDB, RT, KX
            case 24, 46 -> new Layout(18, 0, 1); // SIG, RRSIG
            case 26 -> new Layout(2, 0, 2); // PX
            case 33 -> new Layout(6, 0, 1); // SRV
            case 35 -> new Layout(4, 3, 1); // NAPTR
            default -> NONE;
        };
    }

    /// {@return the octets; those of data that do not fit their type stay as they are}
    static byte[] of(RecordData data) {
        byte[] octets = data.wire();
        var layout = layout(data.type());
        if (data.type().value() == A6) {
            layout = addressPrefix(octets);
        }
        if (layout.names > 0) {
            lowerCase(octets, layout);
        }
        return octets;
    }

    /// RFC 2874 §3.1: a prefix length, the octets of the suffix, and a name unless the prefix is empty.
    private static Layout addressPrefix(byte[] octets) {
        int prefix = octets.length == 0 ? 0 : octets[0] & 0xff;
        return prefix == 0 || prefix > 128 ? NONE : new Layout(1 + (128 - prefix + 7) / 8, 0, 1);
    }

    private static void lowerCase(byte[] octets, Layout layout) {
        int at = layout.octets;
        for (int i = 0; i < layout.strings && at < octets.length; i++) {
            at += 1 + (octets[at] & 0xff);
        }
        for (int i = 0; i < layout.names; i++) {
            at = lowerCaseName(octets, at);
        }
    }

    private static int lowerCaseName(byte[] octets, int start) {
        int at = start;
        while (at < octets.length && octets[at] > 0) {
            int end = Math.min(at + 1 + octets[at], octets.length);
            for (at++; at < end; at++) {
                if (octets[at] >= 'A' && octets[at] <= 'Z') {
                    octets[at] = (byte) (octets[at] + 'a' - 'A');
                }
            }
        }
        return at + 1;
    }
}
