package io.github.dnscli.certificate;

/// What octets turned out to be where a certificate was expected.
public sealed interface DecodedCertificate {

    /// A certificate. Nothing is said about trust.
    record Valid(Certificate certificate) implements DecodedCertificate {}

    /// No certificate.
    ///
    /// @param problem what is wrong, for people
    record Invalid(String problem) implements DecodedCertificate {}
}
