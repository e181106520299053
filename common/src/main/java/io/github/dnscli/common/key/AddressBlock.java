package io.github.dnscli.common.key;

import java.net.InetAddress;
import java.util.Optional;

/// Neighbouring addresses of one family: those that begin with the same bits (RFC 4632 §3.1, RFC 4291 §2.3).
///
/// @param address the first of them; bits behind the prefix are 0
/// @param length how many bits they share, 0 to 32 for IPv4, 0 to 128 for IPv6
public record AddressBlock(InetAddress address, int length) {

    /// Checks the length, and that no bit is set behind it.
    ///
    /// @throws IllegalArgumentException if the length or the address does not fit
    public AddressBlock {
        byte[] octets = address.getAddress();
        if (length < 0 || length > octets.length * Byte.SIZE) {
            throw new IllegalArgumentException(
                    "prefix length " + length + " is not in 0.." + octets.length * Byte.SIZE);
        }
        for (int bit = length; bit < octets.length * Byte.SIZE; bit++) {
            if (bit(octets, bit) != 0) {
                throw new IllegalArgumentException(
                        address.getHostAddress() + " has bits behind a prefix of " + length);
            }
        }
    }

    /// {@return the block that a text means, `192.0.2.0/24` or one address alone}; empty when it means none. No name is
    /// ever looked up.
    public static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        String length = slash < 0 ? "" : text.substring(slash + 1);
        if (slash >= 0 && !length.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        try {
            var address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int bits = address.getAddress().length * Byte.SIZE;
            return Optional.of(
                    new AddressBlock(address, slash < 0 ? bits : Integer.parseInt(length)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// {@return whether an address is one of the block}
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            if (bit(mine, bit) != bit(theirs, bit)) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] octets, int index) {
        return octets[index / Byte.SIZE] >> Byte.SIZE - 1 - index % Byte.SIZE & 1;
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + length;
    }
}
