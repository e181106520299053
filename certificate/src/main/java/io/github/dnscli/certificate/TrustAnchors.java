package io.github.dnscli.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The authorities somebody trusts, and where they were found.
///
/// A system's bundle has hundreds, of which a chain needs one: they are told apart by the encoded subject, and only
/// those that may have issued a certificate are parsed. That saves most of the time a verification takes.
public final class TrustAnchors {

    private static final class Anchor {

        private final byte[] subject;
        private final byte[] der;

        Anchor(byte[] subject, byte[] der) {
            this.subject = subject;
            this.der = der;
        }

        boolean isNamed(byte[] name) {
            return Arrays.equals(subject, name);
        }

        Optional<Certificate> certificate() {
            return Certificate.decode(der).certificate();
        }
    }

    private final List<Anchor> anchors;
    private final String source;

    private TrustAnchors(List<Anchor> anchors, String source) {
        this.anchors = List.copyOf(anchors);
        this.source = source;
    }

    /// {@return trust in certificates at hand}
    ///
    /// @param source where they come from, as in "… is not in SOURCE"
    public static TrustAnchors of(List<Certificate> certificates, String source) {
        var anchors = certificates.stream().flatMap(c -> anchor(c.der()).stream()).toList();
        return new TrustAnchors(anchors, source);
    }

    /// {@return trust in the certificates of a PEM text}
    ///
    /// Each block must have the outline of a certificate; what is wrong deeper inside shows when it is needed, and then
    /// that certificate counts for nothing.
    ///
    /// @param source where the text comes from, as in "… is not in SOURCE"
    public static LoadedAnchors parse(String pem, String source) {
        var text = Pem.parse(pem);
        var problems = new ArrayList<>(text.problems());
        var anchors = new ArrayList<Anchor>();
        for (var block : text.blocks(PemText.CERTIFICATE)) {
            anchor(block.der())
                    .ifPresentOrElse(
                            anchors::add,
                            () -> problems.add(new PemProblem(block.line(), "no certificate")));
        }
        if (!problems.isEmpty()) {
            return new LoadedAnchors.Unusable(source + ": " + problems.getFirst());
        }
        return anchors.isEmpty()
                ? new LoadedAnchors.Unusable(source + " holds no certificate in PEM form")
                : new LoadedAnchors.Loaded(new TrustAnchors(anchors, source));
    }

    private static Optional<Anchor> anchor(byte[] der) {
        return Der.subjectOf(der).map(subject -> new Anchor(subject, der));
    }

    /// {@return where they were found, such as "the file '/etc/ssl/certs/ca-certificates.crt'"}
    public String source() {
        return source;
    }

    /// {@return all of them that can be read}; that takes a while for a system's bundle
    public List<Certificate> certificates() {
        return anchors.stream().flatMap(anchor -> anchor.certificate().stream()).toList();
    }

    /// {@return how many there are}
    public int size() {
        return anchors.size();
    }

    /// {@return those that issued a certificate; a trusted root is its own issuer}
    List<Certificate> issuersOf(Certificate certificate) {
        return named(certificate).stream().filter(certificate::isIssuedBy).distinct().toList();
    }

    /// {@return whether one has the name of a certificate's issuer, whatever its key}
    boolean nameIssuerOf(Certificate certificate) {
        return !named(certificate).isEmpty();
    }

    /// Names are mostly encoded to the same octets; RFC 5280 §7.1 compares them more kindly, and so do we if nothing is
    /// found that way.
    private List<Certificate> named(Certificate certificate) {
        byte[] issuer = certificate.x509().getIssuerX500Principal().getEncoded();
        var same =
                anchors.stream()
                        .filter(anchor -> anchor.isNamed(issuer))
                        .flatMap(anchor -> anchor.certificate().stream())
                        .toList();
        return same.isEmpty()
                ? anchors.stream()
                        .flatMap(anchor -> anchor.certificate().stream())
                        .filter(certificate::namesAsIssuer)
                        .toList()
                : same;
    }

    @Override
    public String toString() {
        return anchors.size() + " certificates of " + source;
    }
}
