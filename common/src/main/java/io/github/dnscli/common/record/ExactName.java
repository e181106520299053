package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Arrays;

/// Names whose letters are data: of types that came after RFC 3597, whose names are compared octet by octet (§6). They are
/// written relative to an origin only if the origin gives back each letter in its case.
final class ExactName {

    private ExactName() {}

    static String text(DomainName name, DomainName origin) {
        byte[] octets = name.wire();
        byte[] end = origin.wire();
        int start = octets.length - end.length;
        boolean isExact =
                start >= 0 && Arrays.equals(octets, start, octets.length, end, 0, end.length);
        return name.relativeTo(isExact ? origin : DomainName.ROOT);
    }

    static void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(text(wire.name(), origin));
    }
}
