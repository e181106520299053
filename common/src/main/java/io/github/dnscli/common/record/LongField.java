package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// An unsigned number of 64 bits.
record LongField() implements FieldKind {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        var token = text.next();
        String digits = token.text();
        if (!digits.matches("[0-9]+")) {
            throw text.bad(token, "is not a number");
        }
        try {
            long value = Long.parseUnsignedLong(digits);
            wire.u32(value >>> 32);
            wire.u32(value & 0xffff_ffffL);
        } catch (NumberFormatException _) {
            throw text.bad(token, "is not in 0.." + Long.toUnsignedString(-1));
        }
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(Long.toUnsignedString(wire.u32() << 32 | wire.u32()));
    }
}
