package io.github.dnscli.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/// RSA by the Java platform, which finds primes and signs at least twice as fast as Bouncy Castle.
final class PlatformRsa {

    private PlatformRsa() {}

    static CertificateKey generate(int bits, SecureRandom random) {
        if (bits < KeyType.MIN_RSA_BITS || bits > KeyType.MAX_RSA_BITS) {
            throw new IllegalArgumentException("an RSA key of " + bits + " bits");
        }
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, random);
            var pair = generator.generateKeyPair();
            var publicKey = SubjectPublicKey.of(pair.getPublic());
            return new CertificateKey(KeyType.RSA, pair.getPrivate().getEncoded(), publicKey);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }

    static byte[] sign(byte[] pkcs8, byte[] message) {
        try {
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an RSA key that cannot sign", impossible);
        }
    }
}
