package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.ocertify.OcertifyOptions.FileNames;
import java.util.ArrayList;
import java.util.List;

/// The private key of a service, and its request for a certificate.
///
/// @param key the key
/// @param keyStored whether it is in its file already
/// @param request the request, for the key
/// @param requestStored whether it is in its file already
record Credentials(
        CertificateKey key, boolean keyStored, CertificateRequest request, boolean requestStored) {

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
