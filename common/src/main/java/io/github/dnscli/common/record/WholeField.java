package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// All of a type's data as one field, for data whose later parts depend on earlier ones.
///
/// Octets may hold more than the type's text can say: a kind of gateway nobody has defined, a list that is empty. Such
/// data is kept as it is and written as `\# length hex`, which every type's data may be (RFC 3597 §5).
abstract class WholeField implements FieldKind {

    /// Appends the text of all octets that the reader has.
    ///
    /// @return whether the text says all; what was appended is dropped if it does not
    /// @throws BadField if the octets are no data of the type
    abstract boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField;

    @Override
    public final void print(RdataReader wire, StringBuilder text, DomainName origin)
            throws BadField {
        byte[] octets = wire.rest();
        int start = text.length();
        var all = new RdataReader(octets);
        if (!say(all, text, origin)) {
            text.setLength(start);
            GenericData.print(octets, text);
        } else if (all.hasNext()) {
            throw new BadField("data goes on behind the last field");
        }
    }
}
