package io.github.dnscli.common.record;

import java.util.Locale;

/// Base32 with the extended hex alphabet, without padding (RFC 4648 §7), as NSEC3 uses it. The JDK has none.
final class Base32Hex {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

    private Base32Hex() {}

    static String encode(byte[] octets) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte octet : octets) {
            bits = bits << 8 | octet & 0xff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(ALPHABET.charAt(bits >> held & 31));
            }
            bits &= (1 << held) - 1;
        }
        return held == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(bits << 5 - held & 31)).toString();
    }

    /// @throws IllegalArgumentException for a character outside the alphabet, or bits left over that are not zero
    static byte[] decode(String text) {
        var wire = new RdataWriter();
        int bits = 0;
        int held = 0;
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int value = ALPHABET.indexOf(c);
            if (value < 0) {
                throw new IllegalArgumentException("not base32hex");
            }
            bits = bits << 5 | value;
            held += 5;
            if (held >= 8) {
                held -= 8;
                wire.u8(bits >> held);
                bits &= (1 << held) - 1;
            }
        }
        if (held >= 5 || bits != 0) {
            throw new IllegalArgumentException("not base32hex");
        }
        return wire.toBytes();
    }
}
