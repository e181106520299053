package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @EnumSource
    void writesAndReadsEachType(KeyType type) {
        var key = generate(type);

        var read = valid(CertificateKey.parse(key.pem()));

        assertThat(read.type()).isEqualTo(type);
        assertThat(read.publicKey()).isEqualTo(key.publicKey());
        assertThat(read.pkcs8()).isEqualTo(key.pkcs8());
    }

    @ParameterizedTest
    @EnumSource
    void signsWhatTheJavaPlatformVerifies(KeyType type) throws Exception {
        var key = generate(type);
        byte[] message = "message".getBytes(StandardCharsets.UTF_8);

        var verifier = Signature.getInstance(platformName(type));
        verifier.initVerify(platformKey(key));
        verifier.update(message);

        assertThat(verifier.verify(key.sign(message))).isTrue();
    }

    @Test
    void takesTheScalarOfAnEd25519Key() {
        // RFC 8032 §7.1, test 1.
        var scalar = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        var point = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

        var key = valid(CertificateKey.ofScalar(KeyType.ED25519, hex(scalar)));

        assertThat(HexFormat.of().formatHex(key.publicKey().der())).endsWith(point);
    }

    @Test
    void takesTheScalarOfAKeyOnACurve() {
        // RFC 6979 §A.2.5.
        var scalar = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
        var x = "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6";
        var y = "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";

        var key = valid(CertificateKey.ofScalar(KeyType.P256, hex(scalar)));

        assertThat(HexFormat.of().formatHex(key.publicKey().der())).endsWith("04" + x + y);
    }

    @Test
    void refusesScalarsThatAreNone() {
        assertThat(problem(CertificateKey.ofScalar(KeyType.RSA, new byte[32])))
                .isEqualTo("an RSA key cannot be made of a raw private scalar");
        assertThat(problem(CertificateKey.ofScalar(KeyType.P384, new byte[32])))
                .isEqualTo("a private scalar of 32 octets, where a key of type 'p384' has 48");
        assertThat(problem(CertificateKey.ofScalar(KeyType.P256, new byte[32])))
                .isEqualTo("the private scalar is out of the range of type 'p256'");
    }

    @ParameterizedTest
    @ValueSource(ints = {2047, 1024, 8193})
    void generatesNoRsaKeyOfAnUnusualLength(int bits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateKey.generate(KeyType.RSA, bits, RANDOM));
    }

    @Test
    void saysWhereAKeyIsExpected() {
        assertThat(problem(CertificateKey.parse("")))
                .isEqualTo(
                        "no private key in PEM form: expected a block 'PRIVATE KEY', 'RSA PRIVATE"
                                + " KEY' or 'EC PRIVATE KEY'");
    }

    @Test
    void saysThatAKeyIsEncrypted() {
        var pem = new PemBlock("ENCRYPTED PRIVATE KEY", new byte[] {1}, 0).text();

        assertThat(problem(CertificateKey.parse(pem)))
                .isEqualTo("the private key is encrypted; store it without a pass phrase");
    }

    @Test
    void saysThatAnOldKeyIsEncrypted() {
        var pem =
                """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-128-CBC,00000000000000000000000000000000

                AAAA
                -----END RSA PRIVATE KEY-----
                """;

        assertThat(problem(CertificateKey.parse(pem)))
                .isEqualTo(
                        "line 1: block 'RSA PRIVATE KEY' has headers: it is encrypted, or not PEM"
                                + " of today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"})
    void refusesDamagedKeys(String label) {
        var pem = new PemBlock(label, new byte[] {4, 0}, 0).text();

        assertThat(problem(CertificateKey.parse(pem)))
                .isEqualTo("block '" + label + "' is damaged");
    }

    @Test
    void refusesRsaNumbersThatDoNotBelongTogether() throws Exception {
        var two = BigInteger.TWO;

        assertThat(problem(rsa(two, BigInteger.ZERO)))
                .isEqualTo("the numbers of the RSA key do not belong together");
        assertThat(problem(rsa(BigInteger.ZERO, BigInteger.ONE)))
                .isEqualTo("an RSA key with an unusual exponent");
        assertThat(problem(rsa(BigInteger.ZERO, BigInteger.ONE.shiftLeft(80))))
                .isEqualTo("an RSA key with an unusual exponent");
    }

    /// A good key but for what is added to one of its primes and to its public exponent.
    private static ParsedCertificateKey rsa(BigInteger toPrime, BigInteger toExponent)
            throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KeyType.MIN_RSA_BITS);
        var key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        var numbers =
                new RSAPrivateKey(
                        key.getModulus(),
                        key.getPublicExponent().add(toExponent),
                        key.getPrivateExponent(),
                        key.getPrimeP(),
                        key.getPrimeQ().add(toPrime),
                        key.getPrimeExponentP(),
                        key.getPrimeExponentQ(),
                        key.getCrtCoefficient());
        return CertificateKey.parse(
                new PemBlock("RSA PRIVATE KEY", numbers.getEncoded(), 0).text());
    }

    @Test
    void neverShowsTheKey() {
        var key = generate(KeyType.P256);
        var secret = Base64.getEncoder().encodeToString(key.pkcs8()).substring(48);

        assertThat(key.toString()).matches("p256 key sha256:[0-9a-f]{16}").doesNotContain(secret);
        assertThat(new ParsedCertificateKey.Valid(key).toString()).doesNotContain(secret);
    }

    @Test
    void knowsTheWordsOfItsTypes() {
        assertThat(KeyType.of("p384")).contains(KeyType.P384);
        assertThat(KeyType.of("P384")).isEmpty();
    }

    private static CertificateKey generate(KeyType type) {
        return CertificateKey.generate(type, KeyType.MIN_RSA_BITS, RANDOM);
    }

    private static CertificateKey valid(ParsedCertificateKey parsed) {
        assertThat(parsed).isInstanceOf(ParsedCertificateKey.Valid.class);
        return ((ParsedCertificateKey.Valid) parsed).key();
    }

    private static String problem(ParsedCertificateKey parsed) {
        assertThat(parsed).isInstanceOf(ParsedCertificateKey.Invalid.class);
        return ((ParsedCertificateKey.Invalid) parsed).problem();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static String platformName(KeyType type) {
        return switch (type) {
            case RSA -> "SHA256withRSA";
            case ED25519 -> "Ed25519";
            case P256 -> "SHA256withECDSA";
            case P384 -> "SHA384withECDSA";
            case P521 -> "SHA512withECDSA";
        };
    }

    private static PublicKey platformKey(CertificateKey key) throws Exception {
        var family =
                switch (key.type()) {
                    case RSA -> "RSA";
                    case ED25519 -> "Ed25519";
                    case P256, P384, P521 -> "EC";
                };
        return KeyFactory.getInstance(family)
                .generatePublic(new X509EncodedKeySpec(key.publicKey().der()));
    }
}
