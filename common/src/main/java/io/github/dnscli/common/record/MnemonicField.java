package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Locale;

/// An unsigned number of 8 or 16 bits, some values of which have names. Names are read in any case of letters, and never
/// written: the number is what every server reads.
///
/// @param octets 1 or 2
/// @param names the names of some values
record MnemonicField(int octets, Mnemonics names) implements OctetField {

    /// DNSSEC algorithms.
    static final MnemonicField ALGORITHM = new MnemonicField(1, Mnemonics.ALGORITHMS);

    /// Certificate types of CERT records.
    static final MnemonicField CERTIFICATE_TYPE = new MnemonicField(2, Mnemonics.CERTIFICATE_TYPES);

    /// Protocols of KEY records.
    static final MnemonicField KEY_PROTOCOL = new MnemonicField(1, Mnemonics.KEY_PROTOCOLS);

    /// Hash algorithms of NSEC3 records.
    static final MnemonicField NSEC3_HASH = new MnemonicField(1, new Mnemonics("SHA-1=1"));

    /// Schemes of DSYNC records.
    static final MnemonicField DSYNC_SCHEME = new MnemonicField(1, new Mnemonics("NOTIFY=1"));

    @Override
    public int read(FieldText text) throws BadField {
        var token = text.next();
        if (!startsWithDigit(token)) {
            var named = names.find(token.text().toUpperCase(Locale.ROOT));
            if (named.isPresent()) {
                return named.getAsInt();
            }
        }
        text.back();
        return (int) text.number((1L << 8 * octets) - 1);
    }

    static boolean startsWithDigit(Token token) {
        int first = token.length() == 0 ? 0 : token.source()[token.start()];
        return first >= '0' && first <= '9';
    }

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        int value = read(text);
        if (octets == 1) {
            wire.u8(value);
        } else {
            wire.u16(value);
        }
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(octets == 1 ? wire.u8() : wire.u16());
    }
}
