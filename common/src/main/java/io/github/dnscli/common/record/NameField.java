package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// A domain name, uncompressed.
record NameField() implements FieldKind {

    static final NameField NAME = new NameField();

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        text.name(wire);
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(wire.name().relativeTo(origin));
    }
}
