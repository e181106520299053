package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// The types at a name in the bitmap of NXT records, which knows types below 128 only (RFC 2535 §5.2).
record NextTypesField() implements FieldKind {

    private static final int MAX_OCTETS = 16;

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        byte[] bits = new byte[MAX_OCTETS];
        int length = 0;
        while (text.hasNext()) {
            var token = text.peek();
            int type = TypeField.type(text).value();
            if (type == 0 || type >= 8 * MAX_OCTETS) {
                throw text.bad(token, "is not a type from 1 to 127, which are all that NXT knows");
            }
            bits[type / 8] |= (byte) (0x80 >> type % 8);
            length = Math.max(length, type / 8 + 1);
        }
        for (int i = 0; i < length; i++) {
            wire.u8(bits[i]);
        }
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        byte[] bits = wire.rest();
        if (bits.length > MAX_OCTETS
                || bits.length > 0 && (bits[0] < 0 || bits[bits.length - 1] == 0)) {
            throw new BadField("type bitmap is malformed");
        }
        TypeField.printWindow(0, bits, text);
    }
}
