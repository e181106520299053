package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;

/// The private key of a service, and its request for a certificate.
///
/// @param key the key
/// @param keyStored whether it is in its file already
/// @param request the request, for the key
/// @param requestStored whether it is in its file already
record Credentials(
        CertificateKey key, boolean keyStored, CertificateRequest request, boolean requestStored) {}
