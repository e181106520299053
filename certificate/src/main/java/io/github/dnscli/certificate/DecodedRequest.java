package io.github.dnscli.certificate;

/// What octets turned out to be where a signing request was expected.
public sealed interface DecodedRequest {

    /// A request, signed by the key it asks a certificate for. Nothing is said about who may have it.
    record Valid(CertificateRequest request) implements DecodedRequest {}

    /// No request that may be answered.
    ///
    /// @param fault why
    /// @param problem what is wrong, for people
    record Invalid(RequestFault fault, String problem) implements DecodedRequest {}
}
