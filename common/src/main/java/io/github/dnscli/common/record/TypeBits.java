package io.github.dnscli.common.record;

import java.util.Arrays;
import java.util.Set;

/// Sets of types as the bits of an int: a bit for each type that zones are full of, and one for all others together. So a
/// shared bit means that a type may be in both sets, and no shared bit that none is.
public final class TypeBits {

    private static final int OTHERS = 31;

    private static final byte[] BITS = new byte[258];

    static {
        int[] own = {
            1, 2, 5, 6, 12, 15, 16, 28, 33, 35, 39, 43, 44, 46, 47, 48, 50, 51, 52, 59, 60, 63, 64,
            65, 99, 257
        };
        Arrays.fill(BITS, (byte) OTHERS);
        for (int i = 0; i < own.length; i++) {
            BITS[own[i]] = (byte) i;
        }
    }

    private TypeBits() {}

    /// {@return the bit of a type}
    ///
    /// @param type its number
    public static int of(int type) {
        return 1 << (type < BITS.length ? BITS[type] : OTHERS);
    }

    /// {@return the bits of several types}
    public static int of(Set<RecordType> types) {
        int bits = 0;
        for (var type : types) {
            bits |= of(type.value());
        }
        return bits;
    }
}
