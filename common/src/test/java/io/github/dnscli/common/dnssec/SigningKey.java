package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;

/// A key that signs, made for one test.
public record SigningKey(SigningAlgorithm algorithm, int flags, KeyPair pair) {

    public static final int ZSK = 256;
    public static final int KSK = 257;

    public static SigningKey generate(SigningAlgorithm algorithm, int flags) {
        try {
            return new SigningKey(algorithm, flags, generator(algorithm).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPairGenerator generator(SigningAlgorithm algorithm)
            throws GeneralSecurityException {
        return switch (algorithm) {
            case RSASHA1, RSASHA1_NSEC3_SHA1, RSASHA256, RSASHA512 -> {
                var rsa = KeyPairGenerator.getInstance("RSA");
                rsa.initialize(new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4));
                yield rsa;
            }
            case ECDSAP256SHA256 -> onCurve("secp256r1");
            case ECDSAP384SHA384 -> onCurve("secp384r1");
            case ED25519 -> KeyPairGenerator.getInstance("Ed25519");
            case ED448 -> KeyPairGenerator.getInstance("Ed448");
            case RSAMD5, DSA, DSA_NSEC3_SHA1, ECC_GOST ->
                    throw new IllegalArgumentException(algorithm + " is not for signing");
        };
    }

    private static KeyPairGenerator onCurve(String name) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator;
    }

    public SigningKey withFlags(int other) {
        return new SigningKey(algorithm, other, pair);
    }

    public RecordData dnskey() {
        return RecordData.ofWire(RecordType.DNSKEY, data());
    }

    public byte[] data() {
        byte[] key = publicKey();
        return ByteBuffer.allocate(4 + key.length)
                .putShort((short) flags)
                .put((byte) 3)
                .put((byte) algorithm.number())
                .put(key)
                .array();
    }

    public int tag() {
        return ZoneKey.of(dnskey()).tag();
    }

    private byte[] publicKey() {
        return switch (pair.getPublic()) {
            case RSAPublicKey rsa -> rsa(rsa.getPublicExponent(), rsa.getModulus());
            case ECPublicKey ec -> {
                int size = algorithm == SigningAlgorithm.ECDSAP256SHA256 ? 32 : 48;
                yield join(
                        fixed(ec.getW().getAffineX(), size), fixed(ec.getW().getAffineY(), size));
            }
            default -> {
                byte[] encoded = pair.getPublic().getEncoded();
                int size = algorithm == SigningAlgorithm.ED25519 ? 32 : 57;
                yield Arrays.copyOfRange(encoded, encoded.length - size, encoded.length);
            }
        };
    }

    /// RFC 3110 §2.
    public static byte[] rsa(BigInteger exponent, BigInteger modulus) {
        byte[] e = fixed(exponent, (exponent.bitLength() + 7) / 8);
        byte[] n = fixed(modulus, (modulus.bitLength() + 7) / 8);
        byte[] head =
                e.length < 256
                        ? new byte[] {(byte) e.length}
                        : new byte[] {0, (byte) (e.length >> 8), (byte) e.length};
        return join(join(head, e), n);
    }

    private static byte[] fixed(BigInteger number, int size) {
        byte[] octets = number.toByteArray();
        byte[] fixed = new byte[size];
        int count = Math.min(size, octets.length);
        System.arraycopy(octets, octets.length - count, fixed, size - count, count);
        return fixed;
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    /// {@return the RRSIG record of a set}
    public ResourceRecord sign(RecordSet set, DomainName zone, Instant begin, Instant end) {
        int labels = set.owner().labelCount() - (set.owner().isWildcard() ? 1 : 0);
        return sign(set, zone, begin, end, labels, set.ttl().seconds());
    }

    /// {@return the RRSIG record of a set, with fields that need not be right}
    public ResourceRecord sign(
            RecordSet set, DomainName zone, Instant begin, Instant end, int labels, long ttl) {
        var head = new ByteArrayOutputStream();
        head.writeBytes(
                ByteBuffer.allocate(18)
                        .putShort((short) set.type().value())
                        .put((byte) algorithm.number())
                        .put((byte) labels)
                        .putInt((int) ttl)
                        .putInt((int) end.getEpochSecond())
                        .putInt((int) begin.getEpochSecond())
                        .putShort((short) tag())
                        .array());
        head.writeBytes(zone.lowerCase().wire());
        byte[] signature = sign(head.toByteArray(), CanonicalSet.of(set).wire(ttl));
        head.writeBytes(signature);
        return new ResourceRecord(
                set.owner(), set.ttl(), RecordData.ofWire(RecordType.RRSIG, head.toByteArray()));
    }

    private byte[] sign(byte[] head, byte[] records) {
        try {
            var signature = Signature.getInstance(algorithm.signature().orElseThrow());
            signature.initSign(pair.getPrivate());
            signature.update(head);
            signature.update(records);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
