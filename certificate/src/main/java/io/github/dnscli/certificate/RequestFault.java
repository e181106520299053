package io.github.dnscli.certificate;

/// Why octets are no signing request that may be answered.
public enum RequestFault {
    /// The octets are not DER.
    NOT_DER,
    /// They are DER, and no PKCS #10 request.
    NOT_A_REQUEST,
    /// The key is too short, malformed, or of a kind not in use.
    WEAK_KEY,
    /// The signature is by an algorithm that is broken or not in use.
    WEAK_SIGNATURE,
    /// The signature is not by the request's key.
    BAD_SIGNATURE,
    /// The request names nobody.
    NO_NAMES
}
