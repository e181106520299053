package io.github.dnscli.common.wire;

/// How far a signature may be cut before it counts for too little (RFC 8945 §5.2.4, §7). What is longer than the hash, or
/// shorter than half of it or than 10 octets, breaks the rules of the form whatever the policy says (§5.2.2.1).
///
/// @param least how many octets a signature has to have, unless it is whole; 0 or more
public record MacPolicy(int least) {

    /// 128 bits, which is what the shortest of the algorithms of RFC 8945 §6, HMAC-SHA-256-128, leaves. HMAC-SHA-1 cut to
    /// 80 or 96 bits is not enough.
    public static final MacPolicy DEFAULT = new MacPolicy(16);

    /// Only whole signatures.
    public static final MacPolicy WHOLE = new MacPolicy(Integer.MAX_VALUE);

    /// Whatever the form permits.
    public static final MacPolicy ANY = new MacPolicy(0);

    /// Checks the range.
    public MacPolicy {
        if (least < 0) {
            throw new IllegalArgumentException("a signature cannot have " + least + " octets");
        }
    }

    /// {@return whether a signature is long enough}
    ///
    /// @param length how many octets it has
    /// @param whole how many it would have uncut
    boolean takes(int length, int whole) {
        return length >= Math.min(least, whole);
    }
}
