package io.github.dnscli.common.wire;

import io.github.dnscli.common.record.RecordType;
import java.util.HashMap;
import java.util.Map;

/// Where names stand in the data of those types in which a sender may have compressed them (RFC 3597 §4): behind some
/// fixed octets and some character strings come names, then the rest.
///
/// @param octets how many octets come first
/// @param strings how many character strings follow
/// @param names how many names follow those
/// @param compress whether we may compress the names too: only in the types of RFC 1035
record DataLayout(int octets, int strings, int names, boolean compress) {

    /// Data without compressed names.
    static final DataLayout OPAQUE = new DataLayout(0, 0, 0, false);

    private static final Map<Integer, DataLayout> BY_TYPE = new HashMap<>();

    static {
        rfc1035("NS", 0, 1);
        rfc1035("MD", 0, 1);
        rfc1035("MF", 0, 1);
        rfc1035("CNAME", 0, 1);
        rfc1035("SOA", 0, 2);
        rfc1035("MB", 0, 1);
        rfc1035("MG", 0, 1);
        rfc1035("MR", 0, 1);
        rfc1035("PTR", 0, 1);
        rfc1035("MINFO", 0, 2);
        rfc1035("MX", 2, 1);
        later("RP", 0, 2);
        later("AFSDB", 2, 1);
        later("RT", 2, 1);
        later("SIG", 18, 1);
        later("PX", 2, 2);
        later("NXT", 0, 1);
        later("SRV", 6, 1);
        later("KX", 2, 1);
        later("DNAME", 0, 1);
        BY_TYPE.put(RecordType.NAPTR.value(), new DataLayout(4, 3, 1, false));
    }

    private static void rfc1035(String type, int octets, int names) {
        BY_TYPE.put(value(type), new DataLayout(octets, 0, names, true));
    }

    private static void later(String type, int octets, int names) {
        BY_TYPE.put(value(type), new DataLayout(octets, 0, names, false));
    }

    private static int value(String type) {
        return RecordType.parse(type).orElseThrow().value();
    }

    /// {@return the layout of a type's data}
    static DataLayout of(RecordType type) {
        return BY_TYPE.getOrDefault(type.value(), OPAQUE);
    }
}
