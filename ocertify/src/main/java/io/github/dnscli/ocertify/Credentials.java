package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.ocertify.OcertifyOptions.FileNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The private key of a service, and its request for a certificate.
///
/// @param key the key, if it is on this machine
/// @param keyStored whether it is in a file already, here or elsewhere
/// @param request the request, for the key
/// @param requestStored whether it is in its file already
record Credentials(
        Optional<CertificateKey> key,
        boolean keyStored,
        CertificateRequest request,
        boolean requestStored) {

    /// {@return credentials whose key is elsewhere}
    static Credentials without(CertificateRequest request) {
        return new Credentials(Optional.empty(), true, request, true);
    }

    /// {@return the files that are still to be written, that of the certificate among them}
    List<String> missingIn(FileNames files) {
        var missing = new ArrayList<>(List.of(files.certificate()));
        if (!keyStored) {
            missing.add(files.key());
        }
        if (!requestStored) {
            missing.add(files.request());
        }
        return missing;
    }
}
