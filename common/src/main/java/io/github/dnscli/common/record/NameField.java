package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;

/// A domain name, uncompressed.
record NameField() implements FieldKind {

    static final NameField NAME = new NameField();

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        var token = text.next();
        switch (DomainName.parse(token.source(), token.start(), token.end(), text.origin())) {
            case ParsedName.Valid(var name) -> wire.bytes(name.wire());
            case ParsedName.Invalid(var problem, _) -> throw text.badName(token, problem);
        }
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(wire.name().relativeTo(origin));
    }
}
