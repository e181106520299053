package io.github.dnscli.certificate;

import java.util.List;

/// A chain that [ChainVerifier] found good: for these hosts, this key, at that time, and under a trust anchor. Nobody
/// else can make one.
public final class VerifiedChain {

    private final List<Certificate> certificates;
    private final Certificate anchor;

    VerifiedChain(List<Certificate> certificates, Certificate anchor) {
        this.certificates = List.copyOf(certificates);
        this.anchor = anchor;
    }

    /// {@return the certificate of the service}
    public Certificate leaf() {
        return certificates.getFirst();
    }

    /// {@return what a server sends: the leaf, then each certificate's issuer; no root (RFC 8446 §4.4.2)}
    public List<Certificate> certificates() {
        return certificates;
    }

    /// {@return the trust anchor on which all of it rests}
    public Certificate anchor() {
        return anchor;
    }
}
