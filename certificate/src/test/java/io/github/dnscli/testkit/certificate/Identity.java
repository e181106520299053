package io.github.dnscli.testkit.certificate;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/// A certificate with the keys it is for.
public record Identity(KeyPair keys, X509Certificate certificate) {

    /// {@return the certificate in DER}
    public byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// {@return the certificate as a PEM block}
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der())
                + "\n-----END CERTIFICATE-----\n";
    }

    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}
