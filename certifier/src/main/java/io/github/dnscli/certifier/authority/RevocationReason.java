package io.github.dnscli.certifier.authority;

/// Why a certificate is revoked (RFC 5280 §5.3.1), as far as its holder can know.
public enum RevocationReason {
    /// No reason is given.
    UNSPECIFIED(0),
    /// Somebody else has, or may have, the private key.
    KEY_COMPROMISE(1),
    /// The names belong to somebody else now.
    AFFILIATION_CHANGED(3),
    /// Another certificate has taken its place.
    SUPERSEDED(4),
    /// The service is no more.
    CESSATION_OF_OPERATION(5);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /// {@return the number in revocation lists and in ACME (RFC 8555 §7.6)}
    public int code() {
        return code;
    }
}
