package io.github.dnscli.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/// Makes and reads private keys and signatures, by the lightweight API of Bouncy Castle.
///
/// This and [RequestCodec] are the only classes here that name the library. No provider is registered, and neither is
/// loaded while nothing but certificates is handled: opening the library costs more than verifying a chain. It tells
/// malformed octets by unchecked exceptions of many kinds, so those are caught where octets of strangers are read.
final class KeyCodec {

    private static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

    private static final Map<ASN1ObjectIdentifier, KeyType> CURVES =
            Map.of(
                    SECObjectIdentifiers.secp256r1, KeyType.P256,
                    SECObjectIdentifiers.secp384r1, KeyType.P384,
                    SECObjectIdentifiers.secp521r1, KeyType.P521);

    /// The signatures in use; SHA-1 and older are not among them.
    private static final Map<ASN1ObjectIdentifier, Supplier<Signer>> SIGNATURES =
            Map.of(
                    PKCSObjectIdentifiers.sha256WithRSAEncryption,
                    () -> rsa(new SHA256Digest()),
                    PKCSObjectIdentifiers.sha384WithRSAEncryption,
                    () -> rsa(new SHA384Digest()),
                    PKCSObjectIdentifiers.sha512WithRSAEncryption,
                    () -> rsa(new SHA512Digest()),
                    X9ObjectIdentifiers.ecdsa_with_SHA256,
                    () -> ecdsa(SHA256Digest::new),
                    X9ObjectIdentifiers.ecdsa_with_SHA384,
                    () -> ecdsa(SHA384Digest::new),
                    X9ObjectIdentifiers.ecdsa_with_SHA512,
                    () -> ecdsa(SHA512Digest::new),
                    ED25519,
                    Ed25519Signer::new);

    private KeyCodec() {}

    static CertificateKey generateKey(KeyType type, SecureRandom random) {
        if (type == KeyType.ED25519) {
            return keyOf(type, new Ed25519PrivateKeyParameters(random));
        }
        var curve = curveOf(type);
        var last = curve.getN().subtract(BigInteger.ONE);
        var scalar = BigIntegers.createRandomInRange(BigInteger.ONE, last, random);
        return keyOf(type, new ECPrivateKeyParameters(scalar, curve));
    }

    static ParsedCertificateKey keyOfScalar(KeyType type, byte[] scalar) {
        try {
            var key =
                    type == KeyType.ED25519
                            ? new Ed25519PrivateKeyParameters(scalar)
                            : new ECPrivateKeyParameters(new BigInteger(1, scalar), curveOf(type));
            return new ParsedCertificateKey.Valid(keyOf(type, key));
        } catch (IllegalArgumentException _) {
            return new ParsedCertificateKey.Invalid(
                    "the private scalar is out of the range of type '" + type + "'");
        }
    }

    private static ECNamedDomainParameters curveOf(KeyType type) {
        return ECNamedDomainParameters.lookup(
                switch (type) {
                    case P256 -> SECObjectIdentifiers.secp256r1;
                    case P384 -> SECObjectIdentifiers.secp384r1;
                    case P521 -> SECObjectIdentifiers.secp521r1;
                    case RSA, ED25519 -> throw new IllegalArgumentException(type + " has no curve");
                });
    }

    private static CertificateKey keyOf(KeyType type, AsymmetricKeyParameter key) {
        return new CertificateKey(type, pkcs8(key), new SubjectPublicKey(spki(publicOf(key))));
    }

    private static AsymmetricKeyParameter publicOf(AsymmetricKeyParameter key) {
        return switch (key) {
            case Ed25519PrivateKeyParameters edwards -> edwards.generatePublicKey();
            case RSAPrivateCrtKeyParameters rsa ->
                    new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
            case ECPrivateKeyParameters ec -> {
                var curve = ec.getParameters();
                var point = new FixedPointCombMultiplier().multiply(curve.getG(), ec.getD());
                yield new ECPublicKeyParameters(point, curve);
            }
            default -> throw new IllegalArgumentException("a private key of unknown kind");
        };
    }

    /// The library would add the public key to Ed25519 keys, in a version that OpenSSL 3.0 does not read.
    private static byte[] pkcs8(AsymmetricKeyParameter key) {
        try {
            return encoded(
                    key instanceof Ed25519PrivateKeyParameters edwards
                            ? new PrivateKeyInfo(
                                    new AlgorithmIdentifier(ED25519),
                                    new DEROctetString(edwards.getEncoded()))
                            : PrivateKeyInfoFactory.createPrivateKeyInfo(key));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] spki(AsymmetricKeyParameter publicKey) {
        try {
            return encoded(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] encoded(ASN1Object object) {
        try {
            return object.getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static ParsedCertificateKey decodeKey(PemBlock block) {
        try {
            var info = privateKeyInfo(block);
            var type = typeOf(info.getPrivateKeyAlgorithm());
            return type.isEmpty()
                    ? new ParsedCertificateKey.Invalid(kind(info.getPrivateKeyAlgorithm()))
                    : checked(type.get(), PrivateKeyFactory.createKey(info));
        } catch (IOException | RuntimeException _) {
            return new ParsedCertificateKey.Invalid("block '" + block.label() + "' is damaged");
        }
    }

    private static PrivateKeyInfo privateKeyInfo(PemBlock block) throws IOException {
        byte[] der = block.der();
        return switch (block.label()) {
            case "RSA PRIVATE KEY" ->
                    new PrivateKeyInfo(
                            new AlgorithmIdentifier(
                                    PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                            RSAPrivateKey.getInstance(der));
            case "EC PRIVATE KEY" -> {
                var key = ECPrivateKey.getInstance(der);
                yield new PrivateKeyInfo(
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
                        key);
            }
            default -> PrivateKeyInfo.getInstance(der);
        };
    }

    private static ParsedCertificateKey checked(KeyType type, AsymmetricKeyParameter key) {
        if (key instanceof RSAPrivateCrtKeyParameters rsa) {
            var weakness = weaknessOf(rsa.getModulus(), rsa.getPublicExponent());
            if (weakness.isPresent()) {
                return new ParsedCertificateKey.Invalid(weakness.get());
            }
            if (!rsa.getP().multiply(rsa.getQ()).equals(rsa.getModulus())) {
                return new ParsedCertificateKey.Invalid(
                        "the numbers of the RSA key do not belong together");
            }
        }
        return new ParsedCertificateKey.Valid(keyOf(type, key));
    }

    private static Optional<KeyType> typeOf(AlgorithmIdentifier id) {
        if (id.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return Optional.of(KeyType.RSA);
        }
        if (id.getAlgorithm().equals(ED25519)) {
            return Optional.of(KeyType.ED25519);
        }
        return id.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                        && id.getParameters() instanceof ASN1ObjectIdentifier curve
                ? Optional.ofNullable(CURVES.get(curve))
                : Optional.empty();
    }

    private static String kind(AlgorithmIdentifier id) {
        var curve = id.getParameters() instanceof ASN1ObjectIdentifier oid ? " " + oid : "";
        return "a key of the kind '" + id.getAlgorithm() + curve + "', which is not in use";
    }

    private static Optional<String> weaknessOf(BigInteger modulus, BigInteger exponent) {
        int bits = modulus.bitLength();
        if (bits < KeyType.MIN_RSA_BITS || bits > KeyType.MAX_RSA_BITS) {
            return Optional.of(
                    "an RSA key of %s bits, where %s to %s are in use"
                            .formatted(bits, KeyType.MIN_RSA_BITS, KeyType.MAX_RSA_BITS));
        }
        return exponent.bitLength() > 64 || exponent.bitLength() < 2 || !exponent.testBit(0)
                ? Optional.of("an RSA key with an unusual exponent")
                : Optional.empty();
    }

    private static Signer rsa(Digest digest) {
        return new RSADigestSigner(digest);
    }

    /// Deterministic (RFC 6979): a bad random source cannot give the key away.
    private static Signer ecdsa(Supplier<Digest> digest) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(digest.get()));
        return new DSADigestSigner(signer, digest.get(), StandardDSAEncoding.INSTANCE);
    }

    static AlgorithmIdentifier signatureOf(KeyType type) {
        return switch (type) {
            case RSA ->
                    new AlgorithmIdentifier(
                            PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
            case ED25519 -> new AlgorithmIdentifier(ED25519);
            case P256 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
            case P384 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384);
            case P521 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA512);
        };
    }

    static byte[] signatureAlgorithm(KeyType type) {
        return encoded(signatureOf(type));
    }

    static byte[] sign(CertificateKey key, byte[] message) {
        try {
            var signer = signer(signatureOf(key.type())).orElseThrow();
            signer.init(true, PrivateKeyFactory.createKey(key.pkcs8()));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        } catch (IOException | CryptoException impossible) {
            throw new IllegalStateException(
                    "a " + key.type() + " key that cannot sign", impossible);
        }
    }

    static Optional<Signer> signer(AlgorithmIdentifier id) {
        return Optional.ofNullable(SIGNATURES.get(id.getAlgorithm())).map(Supplier::get);
    }

    /// Judges the size before the library takes the numbers: it tests the modulus, at length.
    static Optional<String> weaknessOf(SubjectPublicKeyInfo key) throws IOException {
        var type = typeOf(key.getAlgorithm());
        if (type.isEmpty()) {
            return Optional.of(kind(key.getAlgorithm()));
        }
        if (type.get() != KeyType.RSA) {
            return Optional.empty();
        }
        var rsa = RSAPublicKey.getInstance(key.parsePublicKey());
        return weaknessOf(rsa.getModulus(), rsa.getPublicExponent());
    }
}
