package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certificate.Certificate;
import java.time.Instant;

/// A certificate that was issued.
///
/// @param leaf the certificate of the service
/// @param authority the [id][io.github.dnscli.certifier.authority.CertificateAuthority#id()] of who issued it; empty if
///     it was found in a zone and nobody remembers
/// @param revoked whether it has been revoked, as far as is remembered
public record KnownCertificate(Certificate leaf, String authority, boolean revoked) {

    /// {@return its serial number in lower-case hexadecimal digits}
    public String serial() {
        return RevokedMarks.serial(leaf);
    }

    /// {@return when it expires}
    public Instant notAfter() {
        return leaf.lifetime().notAfter();
    }
}
