package io.github.dnscli.certifier;

import io.github.dnscli.certificate.CertificateRequest;
import java.time.Instant;

/// The wish for one certificate, for all names of a request and its key.
///
/// @param request what is asked for; all of it has been granted
/// @param deadline when the authority must have answered, be it with [Issuance.Later]
public record Order(CertificateRequest request, Instant deadline) {}
