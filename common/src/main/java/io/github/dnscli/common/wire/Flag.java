package io.github.dnscli.common.wire;

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
}
