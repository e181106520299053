package io.github.dnscli.common.wire;

/// What the error field of a TSIG record says (RFC 8945 §3).
///
/// @param value 0 to 65535
public record TsigError(int value) {

    /// Nothing is wrong with the signature.
    public static final TsigError NONE = new TsigError(0);

    /// The signature is wrong.
    public static final TsigError BADSIG = new TsigError(16);

    /// The key is not known.
    public static final TsigError BADKEY = new TsigError(17);

    /// The clocks are too far apart.
    public static final TsigError BADTIME = new TsigError(18);

    /// The signature is cut shorter than the other side takes.
    public static final TsigError BADTRUNC = new TsigError(22);

    @Override
    public String toString() {
        return switch (value) {
            case 0 -> "NOERROR";
            case 16 -> "BADSIG";
            case 17 -> "BADKEY";
            case 18 -> "BADTIME";
            case 22 -> "BADTRUNC";
            default -> "TSIG error " + value;
        };
    }
}
