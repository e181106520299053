package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.DecodedCertificate;
import io.github.dnscli.certificate.ParsedCertificateKey;
import io.github.dnscli.certificate.Pem;
import io.github.dnscli.certificate.PemText;
import java.time.Instant;
import java.util.Optional;

/// The certificate of an authority and the key that belongs to it. Its text does not show the private part.
record Issuer(Certificate certificate, CertificateKey key) {

    /// What a text turned out to be where an issuer was expected.
    sealed interface Parsed {

        /// An issuer.
        record Valid(Issuer issuer) implements Parsed {}

        /// None.
        ///
        /// @param problem what is wrong, for people; shows nothing of a key
        record Invalid(String problem) implements Parsed {}

        /// {@return the issuer, if it is one}
        default Optional<Issuer> asIssuer() {
            return switch (this) {
                case Valid(var issuer) -> Optional.of(issuer);
                case Invalid _ -> Optional.empty();
            };
        }
    }

    /// {@return the issuer that a text holds: its first certificate and its first private key}
    static Parsed parse(String pem) {
        return switch (CertificateKey.parse(pem)) {
            case ParsedCertificateKey.Invalid(var problem) -> new Parsed.Invalid(problem);
            case ParsedCertificateKey.Valid(var key) -> parse(pem, key);
        };
    }

    private static Parsed parse(String pem, CertificateKey key) {
        var blocks = Pem.parse(pem).blocks(PemText.CERTIFICATE);
        if (blocks.isEmpty()) {
            return new Parsed.Invalid("no certificate in PEM form");
        }
        return switch (Certificate.decode(blocks.getFirst().der())) {
            case DecodedCertificate.Invalid(var problem) ->
                    new Parsed.Invalid("the certificate " + problem);
            case DecodedCertificate.Valid(var certificate) -> match(certificate, key);
        };
    }

    private static Parsed match(Certificate certificate, CertificateKey key) {
        if (!certificate.publicKey().equals(key.publicKey())) {
            return new Parsed.Invalid("the certificate and the private key do not belong together");
        }
        return certificate.x509().getBasicConstraints() < 0
                ? new Parsed.Invalid("the certificate is not one of an authority")
                : new Parsed.Valid(new Issuer(certificate, key));
    }

    /// {@return the serial number in hexadecimal: the name under which it is kept}
    String serialText() {
        return certificate.x509().getSerialNumber().toString(16);
    }

    boolean hasExpired(Instant now) {
        return now.isAfter(certificate.lifetime().notAfter());
    }

    /// {@return certificate and private key; a secret}
    String pem() {
        return certificate.pem() + key.pem();
    }
}
