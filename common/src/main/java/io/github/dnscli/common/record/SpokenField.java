package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Locale;

/// An unsigned number of 8 bits whose values have names for people, such as those of RFC 7218. No server reads the names
/// in a zone file; who writes one is told the number.
///
/// @param names the names of some values
record SpokenField(Mnemonics names) implements OctetField {

    @Override
    public int read(FieldText text) throws BadField {
        var token = text.peek();
        if (!MnemonicField.startsWithDigit(token)) {
            var spoken = names.find(token.text().toUpperCase(Locale.ROOT));
            if (spoken.isPresent()) {
                throw text.bad(
                        token,
                        "is a name for people; zone files want the number, " + spoken.getAsInt());
            }
        }
        return (int) text.number(255);
    }

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        wire.u8(read(text));
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(wire.u8());
    }
}
