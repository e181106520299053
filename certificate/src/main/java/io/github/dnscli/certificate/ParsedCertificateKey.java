package io.github.dnscli.certificate;

/// What a text or octets turned out to be where a private key was expected.
public sealed interface ParsedCertificateKey {

    /// A private key.
    record Valid(CertificateKey key) implements ParsedCertificateKey {}

    /// No key that can be used.
    ///
    /// @param problem what is wrong, for people; shows nothing of the key
    record Invalid(String problem) implements ParsedCertificateKey {}
}
