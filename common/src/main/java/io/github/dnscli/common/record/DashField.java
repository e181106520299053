package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// Base64 to the end of the data, or `-` for none: the data of an object in DOA records.
record DashField() implements FieldKind {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        if (text.peek().is("-")) {
            text.next();
        } else {
            BinaryField.BASE64.parse(text, wire);
        }
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        if (wire.hasNext()) {
            BinaryField.BASE64.print(wire, text, origin);
        } else {
            text.append('-');
        }
    }
}
