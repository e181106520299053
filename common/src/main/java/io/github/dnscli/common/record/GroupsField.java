package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.HexFormat;

/// A fixed number of octets in groups of hex digits: `00-00-5e-00-53-2a` (RFC 7043), `0014:4fff:ff20:ee64` (RFC 6742).
///
/// @param groups how many groups
/// @param octets how many octets in each
/// @param separator what stands between them
record GroupsField(int groups, int octets, String separator) implements FieldKind {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        var token = text.next();
        String[] parts = token.text().split(separator, -1);
        if (parts.length != groups) {
            throw text.bad(
                    token, "does not have " + groups + " groups parted by '" + separator + "'");
        }
        for (String part : parts) {
            if (!part.matches("[0-9A-Fa-f]{1," + 2 * octets + "}")) {
                throw text.bad(token, "has a group that is not hexadecimal");
            }
            wire.bytes(HexFormat.of().parseHex("0".repeat(2 * octets - part.length()) + part));
        }
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        for (int i = 0; i < groups; i++) {
            text.append(i == 0 ? "" : separator)
                    .append(HexFormat.of().formatHex(wire.bytes(octets)));
        }
    }
}
