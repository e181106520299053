package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Locale;
import java.util.Map;

/// An unsigned number of 8, 16 or 32 bits; some have mnemonics that may be written instead.
///
/// @param octets 1, 2 or 4
/// @param mnemonics names of some values, in upper case; read, never written
record NumberField(int octets, Map<String, Integer> mnemonics) implements FieldKind {

    static final NumberField U8 = new NumberField(1, Map.of());
    static final NumberField U16 = new NumberField(2, Map.of());
    static final NumberField U32 = new NumberField(4, Map.of());

    /// DNSSEC algorithms (RFC 4034 appendix A.1 and the IANA registry).
    static final NumberField ALGORITHM =
            new NumberField(
                    1,
                    Map.ofEntries(
                            Map.entry("RSAMD5", 1),
                            Map.entry("DH", 2),
                            Map.entry("DSA", 3),
                            Map.entry("RSASHA1", 5),
                            Map.entry("DSA-NSEC3-SHA1", 6),
                            Map.entry("RSASHA1-NSEC3-SHA1", 7),
                            Map.entry("RSASHA256", 8),
                            Map.entry("RSASHA512", 10),
                            Map.entry("ECC-GOST", 12),
                            Map.entry("ECDSAP256SHA256", 13),
                            Map.entry("ECDSAP384SHA384", 14),
                            Map.entry("ED25519", 15),
                            Map.entry("ED448", 16),
                            Map.entry("INDIRECT", 252),
                            Map.entry("PRIVATEDNS", 253),
                            Map.entry("PRIVATEOID", 254)));

    /// Certificate types (RFC 4398 §2.1).
    static final NumberField CERTIFICATE_TYPE =
            new NumberField(
                    2,
                    Map.of(
                            "PKIX", 1, "SPKI", 2, "PGP", 3, "IPKIX", 4, "ISPKI", 5, "IPGP", 6,
                            "ACPKIX", 7, "IACPKIX", 8, "URI", 253, "OID", 254));

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        long value = mnemonics.isEmpty() ? text.number(max()) : numberOrMnemonic(text);
        switch (octets) {
            case 1 -> wire.u8((int) value);
            case 2 -> wire.u16((int) value);
            default -> wire.u32(value);
        }
    }

    private long numberOrMnemonic(FieldText text) throws BadField {
        var token = text.next();
        var mnemonic = mnemonics.get(token.text().toUpperCase(Locale.ROOT));
        if (mnemonic != null) {
            return mnemonic;
        }
        text.back();
        return text.number(max());
    }

    @Override
    public void skip(RdataReader wire) throws BadField {
        wire.pass(octets);
    }

    private long max() {
        return (1L << 8 * octets) - 1;
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(
                switch (octets) {
                    case 1 -> wire.u8();
                    case 2 -> wire.u16();
                    default -> wire.u32();
                });
    }
}
