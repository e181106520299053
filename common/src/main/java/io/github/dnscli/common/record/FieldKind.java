package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// How one field is spelled in text and on the wire.
interface FieldKind {

    /// Reads the field from text and appends it to the wire form.
    void parse(FieldText text, RdataWriter wire) throws BadField;

    /// Reads the field from the wire and appends it to the text form; names below the origin are written relative.
    void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField;

    /// Passes the field by on the wire.
    default void skip(RdataReader wire) throws BadField {
        print(wire, new StringBuilder(), DomainName.ROOT);
    }
}
