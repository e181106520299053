package io.github.dnscli.certificate;

import io.github.dnscli.common.name.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a chain must be to be written.
///
/// @param hosts the hosts and wildcards the leaf must cover, at least one
/// @param key the key the leaf must be for, if known
/// @param at when all of it must be valid
/// @param anchors whom to trust
public record Expectation(
        List<DomainName> hosts, Optional<SubjectPublicKey> key, Instant at, TrustAnchors anchors) {

    /// Keeps a copy of the hosts.
    ///
    /// @throws IllegalArgumentException if there is no host
    public Expectation {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a certificate for no host");
        }
    }

    /// {@return the same for a key}
    public Expectation withKey(SubjectPublicKey publicKey) {
        return new Expectation(hosts, Optional.of(publicKey), at, anchors);
    }

    /// {@return what is expected of the answer to a request: its names and its key}
    public static Expectation of(CertificateRequest request, Instant at, TrustAnchors anchors) {
        return new Expectation(request.names(), Optional.of(request.publicKey()), at, anchors);
    }
}
