package io.github.dnscli.certificate;

import java.util.Optional;

/// What octets turned out to be where a certificate was expected.
public sealed interface DecodedCertificate {

    /// A certificate. Nothing is said about trust.
    record Valid(Certificate decoded) implements DecodedCertificate {}

    /// No certificate.
    ///
    /// @param problem what is wrong, for people
    record Invalid(String problem) implements DecodedCertificate {}

    /// {@return the certificate, if it is one}
    default Optional<Certificate> certificate() {
        return switch (this) {
            case Valid(var decoded) -> Optional.of(decoded);
            case Invalid _ -> Optional.empty();
        };
    }
}
