package io.github.dnscli.common.record;

/// A zone's serial number, in the circular arithmetic of RFC 1982.
///
/// @param value the 32 bits, unsigned, 0 to 4294967295
public record Serial(long value) {

    private static final long MODULUS = 1L << 32;

    /// Checks the range.
    public Serial {
        if (value < 0 || value >= MODULUS) {
            throw new IllegalArgumentException("serial " + value + " is not in 0..4294967295");
        }
    }

    /// {@return whether this serial comes after the other (RFC 1982 §3.2)}; two serials exactly 2^31 apart are in
    /// neither order, and the answer is no both ways
    public boolean isNewerThan(Serial other) {
        long distance = forwardFrom(other);
        return distance > 0 && distance < MODULUS / 2;
    }

    /// {@return how far one must count up from the other to reach this one, 0 to 4294967295}
    public long forwardFrom(Serial other) {
        return Math.floorMod(value - other.value, MODULUS);
    }

    /// {@return the serial after this one; 0 is passed over, since some servers take it for "none"}
    public Serial next() {
        long next = (value + 1) % MODULUS;
        return new Serial(next == 0 ? 1 : next);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
