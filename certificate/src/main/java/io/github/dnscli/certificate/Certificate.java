package io.github.dnscli.certificate;

import io.github.dnscli.common.name.DomainName;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An X.509 certificate (RFC 5280). To have one says nothing about trust: [ChainVerifier] does.
public final class Certificate {

    private static final int DNS_NAME = 2;

    private final X509Certificate x509;
    private final byte[] der;

    private Certificate(X509Certificate x509, byte[] der) {
        this.x509 = x509;
        this.der = der;
    }

    /// {@return the certificate that octets are}
    public static DecodedCertificate decode(byte[] der) {
        if (Der.sequence(der).isEmpty()) {
            return new DecodedCertificate.Invalid(NOT_DER);
        }
        try {
            var parsed = factory().generateCertificate(new ByteArrayInputStream(der));
            return new DecodedCertificate.Valid(
                    new Certificate((X509Certificate) parsed, der.clone()));
        } catch (CertificateException _) {
            return new DecodedCertificate.Invalid("is DER, and no X.509 certificate");
        }
    }

    /// Said of octets of any kind that are not even DER.
    static final String NOT_DER = "is not DER";

    /// {@return the certificate that one of the Java platform is}
    ///
    /// @throws IllegalArgumentException if it has no encoding
    public static Certificate of(X509Certificate x509) {
        try {
            return new Certificate(x509, x509.getEncoded());
        } catch (CertificateException noEncoding) {
            throw new IllegalArgumentException("a certificate without an encoding", noEncoding);
        }
    }

    static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException impossible) {
            throw new IllegalStateException("every Java platform has X.509", impossible);
        }
    }

    /// {@return the certificate as the Java platform knows it}
    public X509Certificate x509() {
        return x509;
    }

    /// {@return the octets; a fresh array}
    public byte[] der() {
        return der.clone();
    }

    /// {@return the certificate as a PEM block}
    public String pem() {
        return new PemBlock(PemText.CERTIFICATE, der, 0).text();
    }

    /// {@return the hosts and wildcards it is for: its dNSNames, never its common name (RFC 9525 §6.2)}
    public List<DomainName> names() {
        return alternativeNames().stream()
                .filter(name -> name.get(0) instanceof Integer kind && kind == DNS_NAME)
                .flatMap(name -> HostNames.parse(String.valueOf(name.get(1))).stream())
                .distinct()
                .toList();
    }

    private Collection<List<?>> alternativeNames() {
        try {
            var names = x509.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }

    /// {@return whether it is for a host, or, if that is a wildcard, for all that the wildcard stands for}
    public boolean covers(DomainName host) {
        return names().stream().anyMatch(name -> HostNames.covers(name, host));
    }

    /// {@return the public key}
    public SubjectPublicKey publicKey() {
        return SubjectPublicKey.of(x509.getPublicKey());
    }

    /// {@return when it is valid}
    public Lifetime lifetime() {
        return new Lifetime(x509.getNotBefore().toInstant(), x509.getNotAfter().toInstant());
    }

    /// {@return for whom it is, for people: the subject, or where that is empty the hosts, or the serial number}
    public String subject() {
        var subject = x509.getSubjectX500Principal().getName();
        if (!subject.isEmpty()) {
            return subject;
        }
        var names = names();
        return names.isEmpty()
                ? "serial number " + x509.getSerialNumber().toString(16)
                : names.stream().map(DomainName::display).collect(Collectors.joining(", "));
    }

    /// {@return who issued it, for people}
    public String issuer() {
        return x509.getIssuerX500Principal().getName();
    }

    /// {@return whether a certificate's subject and key issued this one; key identifiers are not needed}
    public boolean isIssuedBy(Certificate issuer) {
        return namesAsIssuer(issuer) && isSignedBy(issuer);
    }

    boolean namesAsIssuer(Certificate issuer) {
        return x509.getIssuerX500Principal().equals(issuer.x509.getSubjectX500Principal());
    }

    private boolean isSignedBy(Certificate issuer) {
        try {
            x509.verify(issuer.x509.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// {@return whether its own key issued it, as is so with roots}
    public boolean isSelfSigned() {
        return isIssuedBy(this);
    }

    /// {@return the ways of use it is restricted to, as object identifiers (RFC 5280 §4.2.1.12); empty if to none}
    Optional<List<String>> extendedKeyUsage() {
        try {
            return Optional.ofNullable(x509.getExtendedKeyUsage());
        } catch (CertificateParsingException _) {
            return Optional.of(List.of());
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Certificate other && Arrays.equals(der, other.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return "certificate of '" + subject() + "'";
    }
}
