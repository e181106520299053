package io.github.dnscli.certifier.acme;

/// An account with the authority outside of ACME, to which ours is bound (RFC 8555 §7.3.4).
///
/// @param keyId what the authority calls it
/// @param secret the key it gave out for it, as base64url; never shown
public record ExternalAccount(String keyId, String secret) {

    /// Tells whose it is, and no secret.
    @Override
    public String toString() {
        return "external account '" + keyId + "'";
    }
}
