package io.github.dnscli.certifier.authority;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.TrustAnchors;
import java.io.IOException;
import java.util.Optional;

/// Somebody who issues certificates.
///
/// Whether a request may have the names it asks for is decided before an authority hears of it. An authority may
/// still refuse, for reasons of its own. May be used by several threads at once.
public interface CertificateAuthority {

    /// {@return what tells it from others in the state, such as the URL of its directory: one word, no spaces}
    String id();

    /// {@return on whom a chain must rest to be one of this authority; empty if it cannot be}
    ///
    /// Whoever does not know the roots of the authority takes the uppermost certificate of a chain that has at least one
    /// above the leaf: a chain without any is never complete.
    ///
    /// @param chain one that stands in a zone, or was just issued
    Optional<TrustAnchors> anchors(Chain chain);

    /// {@return how many orders it works on at the same time}; more are kept waiting
    int ordersAtOnce();

    /// Has a certificate issued, which may take until the order's deadline.
    ///
    /// @throws IOException if this machine stands in the way, such as a state that cannot be written; the message says what.
    ///     All trouble with the authority itself is an [Issuance]
    Issuance issue(Order order) throws IOException;

    /// {@return when the authority wants a certificate to be renewed; empty if it has no opinion}
    ///
    /// @param leaf one that this authority issued
    /// @throws IOException if it cannot be asked; the message says why
    default Optional<RenewalAdvice> advice(Certificate leaf) throws IOException {
        return Optional.empty();
    }

    /// Revokes a certificate.
    ///
    /// @param leaf one that this authority issued
    /// @throws IOException if it cannot be asked; the message says why
    Revocation revoke(Certificate leaf, RevocationReason reason) throws IOException;

    /// Removes what earlier orders left behind elsewhere, such as the proofs of a process that was killed. Called at the
    /// start, and from time to time until it does not fail any more; does nothing about orders under way.
    ///
    /// @throws IOException if something is still left behind; the message says what and why
    default void tidy() throws IOException {}
}
