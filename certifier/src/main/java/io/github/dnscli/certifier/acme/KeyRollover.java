package io.github.dnscli.certifier.acme;

/// What came of the wish to change the key of an account (RFC 8555 §7.3.5).
public sealed interface KeyRollover {

    /// The account has a new key, which is kept in the state; the old one is of no use any more.
    ///
    /// @param account the URL of the account, which is the same as before
    record Changed(String account) implements KeyRollover {}

    /// It has not.
    ///
    /// @param reason why, for people
    record Refused(String reason) implements KeyRollover {}
}
