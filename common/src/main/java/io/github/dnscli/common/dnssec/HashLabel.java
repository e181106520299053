package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.name.DomainName;
import java.util.Optional;

/// The label that a hash is as the owner of an NSEC3 record: base32 with the extended hex alphabet (RFC 4648 §7), in which
/// text and octets have the same order.
public final class HashLabel {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";

    private static final int LABEL = Nsec3Hash.LENGTH * 8 / 5;

    private HashLabel() {}

    /// {@return whether the names of hashes in a zone are not too long}
    public static boolean fits(DomainName zone) {
        return 1 + LABEL + zone.wireLength() <= 255;
    }

    /// {@return the owner of the NSEC3 record of a hash}
    ///
    /// @param hash of [Nsec3Hash#LENGTH] octets
    /// @param zone one that it [fits][#fits]
    public static DomainName owner(byte[] hash, DomainName zone) {
        byte[] wire = new byte[1 + LABEL + zone.wireLength()];
        wire[0] = LABEL;
        for (int i = 0; i < LABEL; i++) {
            wire[1 + i] = (byte) ALPHABET.charAt(five(hash, i * 5));
        }
        zone.copyTo(wire, 1 + LABEL);
        return DomainName.ofWire(wire, 0, wire.length);
    }

    /// {@return a hash of any length as text}
    public static String text(byte[] hash) {
        var text = new StringBuilder();
        for (int bit = 0; bit < hash.length * 8; bit += 5) {
            text.append(ALPHABET.charAt(five(hash, bit)));
        }
        return text.toString();
    }

    private static int five(byte[] octets, int bit) {
        int high = (octets[bit / 8] & 0xff) << 8;
        int low = bit / 8 + 1 < octets.length ? octets[bit / 8 + 1] & 0xff : 0;
        return (high | low) >> 11 - bit % 8 & 31;
    }

    /// {@return the hash in the first label of a name; empty if that is none of [Nsec3Hash#LENGTH] octets}
    public static Optional<byte[]> hash(DomainName owner) {
        byte[] wire = owner.wire();
        if (wire[0] != LABEL) {
            return Optional.empty();
        }
        byte[] hash = new byte[Nsec3Hash.LENGTH];
        for (int i = 0; i < LABEL; i++) {
            int value = ALPHABET.indexOf(Character.toLowerCase(wire[1 + i]));
            if (value < 0) {
                return Optional.empty();
            }
            put(value, hash, i * 5);
        }
        return Optional.of(hash);
    }

    private static void put(int five, byte[] octets, int bit) {
        int shifted = five << 11 - bit % 8;
        octets[bit / 8] |= (byte) (shifted >> 8);
        if (bit / 8 + 1 < octets.length) {
            octets[bit / 8 + 1] |= (byte) shifted;
        }
    }
}
