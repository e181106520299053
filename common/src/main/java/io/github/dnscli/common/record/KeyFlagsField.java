package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Locale;

/// The flags of a key: a number of 16 bits, or names of flags parted by `|` (RFC 2535 §7.1).
record KeyFlagsField() implements FieldKind {

    static final KeyFlagsField KEY_FLAGS = new KeyFlagsField();

    static int read(FieldText text) throws BadField {
        var token = text.peek();
        if (MnemonicField.startsWithDigit(token)) {
            return (int) text.number(0xffff);
        }
        text.next();
        int flags = 0;
        for (String name : token.text().toUpperCase(Locale.ROOT).split("\\|", -1)) {
            var flag = Mnemonics.KEY_FLAGS.find(name);
            if (flag.isEmpty()) {
                throw text.bad(token, "is not a number");
            }
            flags |= flag.getAsInt();
        }
        return flags;
    }

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        wire.u16(read(text));
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(wire.u16());
    }
}
