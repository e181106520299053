package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// The data of KEY records: flags, protocol, algorithm and a key, unless the flags say that there is none
/// (RFC 2535 §3.1.2, §7.1).
final class KeyField extends WholeField {

    /// Both of the upper bits: "no key".
    private static final int NO_KEY = 0xc000;

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        text.enter("flags");
        int flags = KeyFlagsField.read(text);
        wire.u16(flags);
        text.enter("protocol");
        MnemonicField.KEY_PROTOCOL.parse(text, wire);
        text.enter("algorithm");
        MnemonicField.ALGORITHM.parse(text, wire);
        text.enter("public key");
        if (!saysNoKey(flags)) {
            BinaryField.BASE64.parse(text, wire);
        }
    }

    private static boolean saysNoKey(int flags) {
        return (flags & NO_KEY) == NO_KEY;
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        int flags = wire.u16();
        text.append(flags).append(' ').append(wire.u8()).append(' ').append(wire.u8());
        if (saysNoKey(flags) == wire.hasNext()) {
            return false;
        }
        if (wire.hasNext()) {
            BinaryField.BASE64.print(wire, text.append(' '), origin);
        }
        return true;
    }
}
