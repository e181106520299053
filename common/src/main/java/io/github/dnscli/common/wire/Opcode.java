package io.github.dnscli.common.wire;

/// What a message is about (RFC 1035 §4.1.1).
///
/// @param value 0 to 15
public record Opcode(int value) {

    /// A question about records.
    public static final Opcode QUERY = new Opcode(0);

    /// News of a changed zone (RFC 1996).
    public static final Opcode NOTIFY = new Opcode(4);

    /// A change of a zone (RFC 2136).
    public static final Opcode UPDATE = new Opcode(5);

    @Override
    public String toString() {
        return switch (value) {
            case 0 -> "QUERY";
            case 4 -> "NOTIFY";
            case 5 -> "UPDATE";
            default -> "OPCODE" + value;
        };
    }
}
