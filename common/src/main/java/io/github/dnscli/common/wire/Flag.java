package io.github.dnscli.common.wire;

import java.util.EnumSet;
import java.util.Set;

/// A bit of the message header (RFC 1035 §4.1.1, RFC 4035 §3).
public enum Flag {
    /// The message is a reply.
    QR(15),
    /// The answer is authoritative.
    AA(10),
    /// The message was cut.
    TC(9),
    /// Recursion is desired.
    RD(8),
    /// Recursion is available.
    RA(7),
    /// The data is authenticated.
    AD(5),
    /// Checking is disabled.
    CD(4);

    private final int bit;

    Flag(int bit) {
        this.bit = bit;
    }

    /// {@return the flag's bit in the second 16 bits of the header}
    public int mask() {
        return 1 << bit;
    }

    /// {@return the flags whose bits are set in the second 16 bits of the header}
    static Set<Flag> of(int bits) {
        var flags = EnumSet.noneOf(Flag.class);
        for (var flag : values()) {
            if ((bits & flag.mask()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /// {@return the bits of some flags in the second 16 bits of the header}
    static int bits(Set<Flag> flags) {
        int bits = 0;
        for (var flag : flags) {
            bits |= flag.mask();
        }
        return bits;
    }
}
