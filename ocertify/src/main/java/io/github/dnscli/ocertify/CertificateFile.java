package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.DecodedCertificate;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.Fitness;
import io.github.dnscli.certificate.Pem;
import io.github.dnscli.certificate.PemText;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The file of a certificate chain.
///
/// @param path where it is
record CertificateFile(Path path) {

    static CertificateFile of(World world, OcertifyOptions options) {
        return new CertificateFile(world.file(options.files().certificate()));
    }

    /// {@return the certificate in it, if that answers the request, is trusted, and is not due for renewal}
    ///
    /// @throws IOException if the file is there and cannot be read
    Optional<Certificate> goodFor(CertificateRequest request, Instant now, TrustAnchors anchors)
            throws IOException {
        var certificates = read();
        if (certificates.isEmpty()) {
            return Optional.empty();
        }
        var leaf = certificates.getFirst();
        boolean good =
                Fitness.of(leaf, request, now, Duration.ZERO) instanceof Fitness.Fits
                        && now.isBefore(leaf.lifetime().renewalDue())
                        && isTrusted(certificates, Expectation.of(request, now, anchors));
        return good ? Optional.of(leaf) : Optional.empty();
    }

    private List<Certificate> read() throws IOException {
        var text = Pem.parse(SmallFile.readIfThere(path).orElse(""));
        return text.blocks(PemText.CERTIFICATE).stream()
                .map(block -> Certificate.decode(block.der()))
                .flatMap(CertificateFile::valid)
                .toList();
    }

    private static Stream<Certificate> valid(DecodedCertificate decoded) {
        return switch (decoded) {
            case DecodedCertificate.Valid(var certificate) -> Stream.of(certificate);
            case DecodedCertificate.Invalid _ -> Stream.empty();
        };
    }

    private static boolean isTrusted(List<Certificate> certificates, Expectation expectation) {
        var chain = Chain.of(certificates.getFirst(), certificates.subList(1, certificates.size()));
        return ChainVerifier.verify(chain, expectation) instanceof Verdict.Verified;
    }

    /// Puts a chain into it.
    ///
    /// @throws IOException if it cannot be written; then it is as it was
    SafeFile.Outcome write(VerifiedChain chain) throws IOException {
        byte[] content = Pem.of(chain).getBytes(StandardCharsets.US_ASCII);
        return SafeFile.writeIfChanged(path, content, SafeFile.Access.PUBLIC);
    }
}
