package io.github.dnscli.certifier.acme;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certifier.authority.Issuance;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A chain as an authority sends it (RFC 8555 §9.1), or one of several that lead to different roots (§7.4.2).
///
/// @param leaf the certificate that was ordered
/// @param authorities those above it, in the order they were sent
record SentChain(Certificate leaf, List<Certificate> authorities) {

    /// How many other chains are looked at.
    private static final int MAX_ALTERNATES = 8;

    private static SentChain of(List<X509Certificate> sent) {
        var all = sent.stream().map(Certificate::of).toList();
        return new SentChain(all.getFirst(), all.subList(1, all.size()));
    }

    /// {@return the chain of a certificate, with an issuer as its end if there is such a chain}
    ///
    /// @param preferred a part of the name of the issuer; whatever the authority sends first if that is empty
    static SentChain download(
            org.shredzone.acme4j.Certificate certificate, Optional<String> preferred) {
        var first = of(certificate.getCertificateChain());
        if (preferred.isEmpty() || first.endsAt(preferred.get())) {
            return first;
        }
        return certificate.getAlternateCertificates().stream()
                .limit(MAX_ALTERNATES)
                .map(alternate -> of(alternate.getCertificateChain()))
                .filter(chain -> chain.endsAt(preferred.get()))
                .findFirst()
                .orElse(first);
    }

    private boolean endsAt(String issuer) {
        return path().getLast()
                .issuer()
                .toLowerCase(Locale.ROOT)
                .contains(issuer.toLowerCase(Locale.ROOT));
    }

    private List<Certificate> path() {
        return Chain.of(leaf, authorities).paths().getFirst();
    }

    /// {@return what a service sends: the leaf and those above it, the root left out, and strangers too}
    Issuance.Issued issued() {
        return new Issuance.Issued(
                leaf,
                path().stream()
                        .skip(1)
                        .filter(certificate -> !certificate.isSelfSigned())
                        .toList());
    }
}
