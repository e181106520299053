package io.github.dnscli.common.dnssec;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/// An RSA public key as DNSKEY records carry it (RFC 3110 §2).
///
/// @param exponent the public exponent
/// @param modulus the modulus
public record RsaNumbers(BigInteger exponent, BigInteger modulus) {

    /// {@return the numbers in a public key; empty if it ends too early}
    public static Optional<RsaNumbers> of(byte[] key) {
        if (key.length < 3) {
            return Optional.empty();
        }
        boolean isLong = key[0] == 0;
        int start = isLong ? 3 : 1;
        int end = start + (isLong ? (key[1] & 0xff) << 8 | key[2] & 0xff : key[0] & 0xff);
        return end == start || end >= key.length
                ? Optional.empty()
                : Optional.of(
                        new RsaNumbers(
                                new BigInteger(1, Arrays.copyOfRange(key, start, end)),
                                new BigInteger(1, Arrays.copyOfRange(key, end, key.length))));
    }
}
