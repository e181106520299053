package io.github.dnscli.common.record;

/// What people call numbers that stand as numbers in zone files.
final class SpokenNames {

    /// What people call certificate usages (RFC 7218 §2.1).
    static final Mnemonics CERTIFICATE_USAGES =
            new Mnemonics("PKIX-TA=0 PKIX-EE=1 DANE-TA=2 DANE-EE=3 PRIVCERT=255");

    /// What people call selectors (RFC 7218 §2.2).
    static final Mnemonics SELECTORS = new Mnemonics("CERT=0 SPKI=1 PRIVSEL=255");

    /// What people call matching types (RFC 7218 §2.3).
    static final Mnemonics MATCHING_TYPES =
            new Mnemonics("FULL=0 SHA2-256=1 SHA2-512=2 PRIVMATCH=255");

    /// What people call the algorithms of SSH keys (RFC 4255, RFC 6594, RFC 7479, RFC 8709).
    static final Mnemonics SSH_ALGORITHMS =
            new Mnemonics("RSA=1 DSA=2 DSS=2 ECDSA=3 ED25519=4 ED448=6");

    /// What people call the digests of SSH keys (RFC 4255 §3.1.2, RFC 6594 §3.2).
    static final Mnemonics SSH_DIGESTS = new Mnemonics("SHA-1=1 SHA1=1 SHA-256=2 SHA256=2");

    private SpokenNames() {}
}
