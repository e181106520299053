package io.github.dnscli.certifier;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.TrustAnchors;
import java.io.IOException;
import java.time.Instant;

/// Somebody who issues certificates.
///
/// Whether a request may have the names it asks for is decided before an authority hears of it. An authority may
/// still refuse, for reasons of its own. Not for use by several threads at once.
public interface CertificateAuthority {

    /// {@return on whom the certificates of this authority rest: a certificate found in a zone that does not is
    /// replaced}
    TrustAnchors anchors();

    /// {@return when a certificate of this authority should be renewed}; answered at once, from what is known
    ///
    /// @param leaf one that this authority issued
    default Instant renewalDue(Certificate leaf) {
        return leaf.lifetime().renewalDue();
    }

    /// Has a certificate issued, which may take until the order's deadline.
    ///
    /// @throws IOException if the machine stands in the way, such as the state that cannot be written, or a network
    ///     without an answer; the message says what
    Issuance issue(Order order) throws IOException;
}
