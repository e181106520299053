package io.github.dnscli.common.dnssec;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/// Makes the JDK's keys of the public keys in DNSKEY records.
final class KeyDecoder {

    /// RFC 3110 §2: moduli of more than 4096 bits are not to be expected. Large ones would also make each signature
    /// dear to verify, and so would large exponents, which nobody has.
    private static final int MAX_MODULUS_BITS = 4096;

    private static final int MAX_EXPONENT_BITS = 64;

    /// What stands before the octets of the key in a SubjectPublicKeyInfo (RFC 5480 §2, RFC 8410 §4).
    private enum Curve {
        P256("EC", 64, "3059301306072a8648ce3d020106082a8648ce3d03010703420004"),
        P384("EC", 96, "3076301006072a8648ce3d020106052b8104002203620004"),
        ED25519("Ed25519", 32, "302a300506032b6570032100"),
        ED448("Ed448", 57, "3043300506032b6571033a00");

        private final String family;
        private final int octets;
        private final String prefix;

        Curve(String family, int octets, String prefix) {
            this.family = family;
            this.octets = octets;
            this.prefix = prefix;
        }
    }

    private KeyDecoder() {}

    static DecodedKey decode(ZoneKey key) {
        return SigningAlgorithm.of(key.algorithm())
                .flatMap(
                        algorithm ->
                                algorithm
                                        .signature()
                                        .map(name -> decode(algorithm, name, key.publicKey())))
                .orElseGet(DecodedKey.Unsupported::new);
    }

    private static DecodedKey decode(SigningAlgorithm algorithm, String signature, byte[] key) {
        return switch (algorithm) {
            case RSASHA1, RSASHA1_NSEC3_SHA1, RSASHA256, RSASHA512 -> rsa(signature, key);
            case ECDSAP256SHA256 -> onCurve(Curve.P256, signature, key);
            case ECDSAP384SHA384 -> onCurve(Curve.P384, signature, key);
            case ED25519 -> onCurve(Curve.ED25519, signature, key);
            case ED448 -> onCurve(Curve.ED448, signature, key);
            case RSAMD5, DSA, DSA_NSEC3_SHA1, ECC_GOST -> new DecodedKey.Unsupported();
        };
    }

    private static DecodedKey rsa(String signature, byte[] key) {
        return RsaNumbers.of(key)
                .map(numbers -> rsa(signature, numbers))
                .orElseGet(() -> new DecodedKey.Malformed("it is no RSA key (RFC 3110 §2)"));
    }

    private static DecodedKey rsa(String signature, RsaNumbers numbers) {
        int bits = numbers.modulus().bitLength();
        if (bits > MAX_MODULUS_BITS) {
            return new DecodedKey.Malformed(
                    "its modulus has " + bits + " bits, and RFC 3110 allows 4096");
        }
        int exponent = numbers.exponent().bitLength();
        if (exponent > MAX_EXPONENT_BITS) {
            return new DecodedKey.Malformed(
                    "its exponent has " + exponent + " bits, and validators take 64 at the most");
        }
        try {
            var spec = new RSAPublicKeySpec(numbers.modulus(), numbers.exponent());
            return usable(KeyFactory.getInstance("RSA").generatePublic(spec), signature);
        } catch (GeneralSecurityException e) {
            return malformed(e);
        }
    }

    private static DecodedKey onCurve(Curve curve, String signature, byte[] key) {
        if (key.length != curve.octets) {
            return new DecodedKey.Malformed(
                    "it has " + key.length + " octets instead of " + curve.octets);
        }
        byte[] prefix = HexFormat.of().parseHex(curve.prefix);
        byte[] encoded = new byte[prefix.length + key.length];
        System.arraycopy(prefix, 0, encoded, 0, prefix.length);
        System.arraycopy(key, 0, encoded, prefix.length, key.length);
        try {
            var spec = new X509EncodedKeySpec(encoded);
            return usable(KeyFactory.getInstance(curve.family).generatePublic(spec), signature);
        } catch (GeneralSecurityException e) {
            return malformed(e);
        }
    }

    /// Only when it is to verify does the JDK say that a key is too short for its digest, or no point of its curve.
    private static DecodedKey usable(PublicKey key, String signature)
            throws GeneralSecurityException {
        Signature.getInstance(signature).initVerify(key);
        return new DecodedKey.Usable(key, signature);
    }

    private static DecodedKey malformed(GeneralSecurityException e) {
        return new DecodedKey.Malformed("it is no key: " + e.getMessage());
    }
}
