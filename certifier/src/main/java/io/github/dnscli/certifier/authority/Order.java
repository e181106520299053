package io.github.dnscli.certifier.authority;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import java.time.Instant;
import java.util.Optional;

/// The wish for one certificate, for all names of a request and its key.
///
/// @param request what is asked for; all of it has been granted
/// @param replaces the certificate that it shall take the place of (RFC 9773 §5), if the same authority issued one
/// @param slip what an authority wants to know of the order after a restart
/// @param deadline when the authority must have answered, be it with [Issuance.Later]
public record Order(
        CertificateRequest request,
        Optional<Certificate> replaces,
        OrderSlip slip,
        Instant deadline) {}
