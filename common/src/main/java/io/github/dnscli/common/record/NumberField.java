package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// An unsigned number of 8, 16 or 32 bits.
///
/// @param octets 1, 2 or 4
record NumberField(int octets) implements FieldKind {

    static final NumberField U8 = new NumberField(1);
    static final NumberField U16 = new NumberField(2);
    static final NumberField U32 = new NumberField(4);

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        long value = text.number((1L << 8 * octets) - 1);
        switch (octets) {
            case 1 -> wire.u8((int) value);
            case 2 -> wire.u16((int) value);
            default -> wire.u32(value);
        }
    }

    @Override
    public void skip(RdataReader wire) throws BadField {
        wire.pass(octets);
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(
                switch (octets) {
                    case 1 -> wire.u8();
                    case 2 -> wire.u16();
                    default -> wire.u32();
                });
    }
}
