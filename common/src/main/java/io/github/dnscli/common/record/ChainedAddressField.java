package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// The last bits of an IPv6 address and the name at which the first ones are found: the data of A6 records
/// (RFC 2874 §3.1, historic by RFC 6563).
final class ChainedAddressField extends WholeField {

    private static final int BITS = 128;

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        text.enter("prefix length");
        int prefix = (int) text.number(BITS);
        wire.u8(prefix);
        if (prefix < BITS) {
            text.enter("address suffix");
            var address = new RdataWriter();
            AddressField.IPV6.parse(text, address);
            byte[] octets = address.toBytes();
            for (int i = prefix / 8; i < octets.length; i++) {
                wire.u8(octets[i] & mask(prefix, i));
            }
        }
        if (prefix > 0) {
            text.enter("prefix name");
            NameField.NAME.parse(text, wire);
        }
    }

    /// The bits of an octet of the address that lie behind the prefix.
    private static int mask(int prefix, int octet) {
        return octet == prefix / 8 ? 0xff >> prefix % 8 : 0xff;
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        int prefix = wire.u8();
        if (prefix > BITS) {
            throw new BadField("prefix length is not in 0.." + BITS);
        }
        text.append(prefix);
        if (prefix < BITS) {
            byte[] octets = new byte[BITS / 8];
            for (int i = prefix / 8; i < octets.length; i++) {
                int octet = wire.u8();
                if ((octet & ~mask(prefix, i)) != 0) {
                    throw new BadField("address suffix has bits of the prefix");
                }
                octets[i] = (byte) octet;
            }
            text.append(' ').append(AddressField.text(octets));
        }
        if (prefix > 0) {
            ExactName.print(wire, text.append(' '), origin);
        }
        return true;
    }
}
