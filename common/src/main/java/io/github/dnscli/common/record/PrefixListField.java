package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lists of address prefixes, `1:192.0.2.0/24 !2:2001:db8::/32`: the data of APL records (RFC 3123 §4, §5).
final class PrefixListField extends WholeField {

    private static final Pattern ITEM = Pattern.compile("(!?)([0-9]{1,5}):([^/]+)/([0-9]{1,3})");

    private static final int IPV4 = 1;
    private static final int IPV6 = 2;
    private static final int NEGATION = 0x80;

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        while (text.hasNext()) {
            var token = text.next();
            var item = ITEM.matcher(token.text());
            if (!item.matches()) {
                throw text.bad(token, "is not of the form 'family:address/length'");
            }
            item(text, token, item, wire);
        }
    }

    private static void item(FieldText text, Token token, Matcher item, RdataWriter wire)
            throws BadField {
        int family = Integer.parseInt(item.group(2));
        if (family != IPV4 && family != IPV6) {
            throw text.bad(token, "is of family " + family + "; known are 1 (IPv4) and 2 (IPv6)");
        }
        byte[] address = address(text, token, family, item.group(3));
        int length = Integer.parseInt(item.group(4));
        if (length > 8 * address.length) {
            throw text.bad(
                    token, "is longer than the " + 8 * address.length + " bits of its family");
        }
        int octets = withoutTrailingZeros(address);
        wire.u16(family);
        wire.u8(length);
        wire.u8(octets | (item.group(1).isEmpty() ? 0 : NEGATION));
        wire.bytes(Arrays.copyOf(address, octets));
    }

    private static byte[] address(FieldText text, Token token, int family, String address)
            throws BadField {
        try {
            return family == IPV4
                    ? AddressField.IPV4.read(address)
                    : AddressField.IPV6.read(address);
        } catch (IllegalArgumentException _) {
            throw text.bad(
                    token,
                    "has '"
                            + address
                            + "', which is not an IPv"
                            + (family == IPV4 ? 4 : 6)
                            + " address");
        }
    }

    private static int withoutTrailingZeros(byte[] address) {
        int octets = address.length;
        while (octets > 0 && address[octets - 1] == 0) {
            octets--;
        }
        return octets;
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        boolean isSayable = wire.hasNext();
        while (wire.hasNext()) {
            int family = wire.u16();
            int length = wire.u8();
            int flagged = wire.u8();
            byte[] octets = wire.bytes(flagged & ~NEGATION);
            if (octets.length > 0 && octets[octets.length - 1] == 0) {
                throw new BadField("prefix ends in a zero octet");
            }
            int size = family == IPV4 ? 4 : family == IPV6 ? 16 : 0;
            isSayable &= size > 0;
            if (size > 0 && (octets.length > size || length > 8 * size)) {
                throw new BadField("prefix is longer than the " + 8 * size + " bits of its family");
            }
            text.append((flagged & NEGATION) == 0 ? "" : "!").append(family).append(':');
            text.append(size == 0 ? "" : AddressField.text(Arrays.copyOf(octets, size)));
            text.append('/').append(length).append(wire.hasNext() ? " " : "");
        }
        return isSayable;
    }
}
