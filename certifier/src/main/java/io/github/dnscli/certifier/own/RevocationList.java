package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Lifetime;
import io.github.dnscli.certificate.Pem;
import io.github.dnscli.certificate.PemBlock;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.Optional;

/// A signed list of revoked certificates (RFC 5280 §5).
///
/// @param x509 as the Java platform knows it
/// @param number grows from list to list (RFC 5280 §5.2.3)
record RevocationList(X509CRL x509, BigInteger number) {

    private static final String LABEL = "X509 CRL";

    /// {@return the list that octets are, if an issuer signed it}
    static Optional<RevocationList> decode(byte[] der, Certificate issuer) {
        try {
            var parsed =
                    CertificateFactory.getInstance("X.509")
                            .generateCRL(new ByteArrayInputStream(der));
            if (!(parsed instanceof X509CRL x509)) {
                return Optional.empty();
            }
            x509.verify(issuer.x509().getPublicKey());
            return RevocationListCodec.number(x509)
                    .filter(_ -> x509.getNextUpdate() != null)
                    .map(number -> new RevocationList(x509, number));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /// {@return the list in a text, if there is one that an issuer signed}
    static Optional<RevocationList> parse(String pem, Certificate issuer) {
        return Pem.parse(pem).blocks(LABEL).stream()
                .findFirst()
                .flatMap(block -> decode(block.der(), issuer));
    }

    /// {@return when it counts: from its own time until the next list is due}
    Lifetime lifetime() {
        return new Lifetime(x509.getThisUpdate().toInstant(), x509.getNextUpdate().toInstant());
    }

    boolean contains(RevokedCertificate revoked) {
        return x509.getRevokedCertificate(revoked.serial()) != null;
    }

    /// {@return the list as a PEM block}
    String pem() {
        try {
            return new PemBlock(LABEL, x509.getEncoded(), 0).text();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a list without an encoding", impossible);
        }
    }
}
