package io.github.dnscli.common.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The canonical form of data, over which DNSSEC signs and by which it orders the records of a set (RFC 4034 §6.2, §6.3).
///
/// Names are put in lower case in the data of a closed list of old types. RFC 6840 §5.1 takes NSEC off that list and keeps
/// RRSIG on it; the names of every other type, such as SVCB, HIP or DSYNC, stay as they are (RFC 3597 §7). Data that is
/// *equal* may therefore differ in canonical form: [RecordData#equals] does not mind the case of any name.
public final class CanonicalForm {

    /// Where the names stand: behind some octets and some character strings.
    private record Layout(int octets, int strings, int names) {}

    private static final Layout NO_NAMES = new Layout(0, 0, 0);

    private static final int A6 = 38;

    private static final Map<Integer, Layout> LAYOUTS = new HashMap<>();

    static {
        layout(0, 1, "NS MD MF CNAME MB MG MR PTR DNAME NXT");
        layout(0, 2, "SOA MINFO RP");
        layout(2, 1, "MX AFSDB RT KX");
        layout(2, 2, "PX");
        layout(6, 1, "SRV");
        layout(18, 1, "SIG RRSIG");
        LAYOUTS.put(RecordType.NAPTR.value(), new Layout(4, 3, 1));
    }

    private CanonicalForm() {}

    private static void layout(int octets, int names, String types) {
        for (String type : types.split(" ")) {
            int value = RecordType.parse(type).orElseThrow().value();
            LAYOUTS.put(value, new Layout(octets, 0, names));
        }
    }

    /// {@return the octets of data in canonical form; a fresh array}
    public static byte[] of(RecordData data) {
        byte[] wire = data.wire();
        var layout =
                data.type().value() == A6
                        ? chained(wire)
                        : LAYOUTS.getOrDefault(data.type().value(), NO_NAMES);
        lowerNames(wire, layout);
        return wire;
    }

    /// Orders data of one type as the records of a set are ordered when they are signed.
    public static int compare(RecordData a, RecordData b) {
        return Arrays.compareUnsigned(of(a), of(b));
    }

    /// The name of A6 data stands behind the bits that its prefix length leaves, if that is not 0 (RFC 2874 §3.1).
    private static Layout chained(byte[] wire) {
        int prefix = wire[0] & 0xff;
        return new Layout(1 + 16 - prefix / 8, 0, prefix == 0 ? 0 : 1);
    }

    private static void lowerNames(byte[] wire, Layout layout) {
        int at = layout.octets;
        for (int i = 0; i < layout.strings; i++) {
            at += 1 + (wire[at] & 0xff);
        }
        for (int i = 0; i < layout.names; i++) {
            at = lowerName(wire, at);
        }
    }

    /// {@return the octet behind a name}
    private static int lowerName(byte[] wire, int start) {
        int at = start;
        while (wire[at] != 0) {
            int end = at + wire[at];
            while (at < end) {
                at++;
                if (wire[at] >= 'A' && wire[at] <= 'Z') {
                    wire[at] = (byte) (wire[at] + 'a' - 'A');
                }
            }
            at++;
        }
        return at + 1;
    }
}
