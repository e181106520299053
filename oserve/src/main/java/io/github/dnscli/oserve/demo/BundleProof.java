package io.github.dnscli.oserve.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/// Lets the JDK verify a bundle by itself, without a line of ours on the way.
final class BundleProof {

    private BundleProof() {}

    /// {@return a sentence that says what was verified}
    ///
    /// @throws DemoFailed if the JDK does not accept the bundle
    static String of(Path bundle, Path root) throws IOException {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            var chain = certificates(factory, bundle);
            var parameters =
                    new PKIXParameters(
                            Set.of(new TrustAnchor(certificates(factory, root).getFirst(), null)));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX")
                    .validate(factory.generateCertPath(chain), parameters);
            return "the JDK accepts the chain of %s certificates, valid until %s"
                    .formatted(chain.size(), chain.getFirst().getNotAfter().toInstant());
        } catch (GeneralSecurityException e) {
            throw new DemoFailed("the JDK does not accept the bundle: " + e.getMessage());
        }
    }

    private static List<X509Certificate> certificates(CertificateFactory factory, Path file)
            throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return factory.generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }
}
