package io.github.dnscli.certifier.acme;

import java.net.URI;
import java.util.List;

/// Where an authority that speaks ACME begins.
///
/// @param name what users call it; its URL if it has no other name
/// @param url its directory (RFC 8555 §7.1.1)
public record AcmeDirectory(String name, URI url) {

    /// Those that users need not spell out.
    public static final List<AcmeDirectory> KNOWN =
            List.of(
                    known("letsencrypt", "https://acme-v02.api.letsencrypt.org/directory"),
                    known(
                            "letsencrypt-staging",
                            "https://acme-staging-v02.api.letsencrypt.org/directory"),
                    known("zerossl", "https://acme.zerossl.com/v2/DV90"),
                    known("google", "https://dv.acme-v02.api.pki.goog/directory"));

    private static AcmeDirectory known(String name, String url) {
        return new AcmeDirectory(name, URI.create(url));
    }

    /// {@return the directory at a URL}
    public static AcmeDirectory at(URI url) {
        return KNOWN.stream()
                .filter(known -> known.url().equals(url))
                .findFirst()
                .orElseGet(() -> new AcmeDirectory(url.toString(), url));
    }
}
