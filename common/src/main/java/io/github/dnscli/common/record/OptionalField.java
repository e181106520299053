package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// A last field that may be missing.
///
/// @param kind the field, where there is one
record OptionalField(FieldKind kind) implements FieldKind {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        if (text.hasNext()) {
            kind.parse(text, wire);
        }
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        if (wire.hasNext()) {
            kind.print(wire, text, origin);
        }
    }
}
