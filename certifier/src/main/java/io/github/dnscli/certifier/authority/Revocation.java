package io.github.dnscli.certifier.authority;

/// What came of the wish to revoke a certificate.
public sealed interface Revocation {

    /// It is revoked, or has been before.
    record Revoked() implements Revocation {}

    /// The authority does not want to.
    ///
    /// @param reason why, for people
    record Refused(String reason) implements Revocation {}
}
