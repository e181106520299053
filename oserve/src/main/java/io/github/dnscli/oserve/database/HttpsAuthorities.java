package io.github.dnscli.oserve.database;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.TrustAnchorSearch;
import io.github.dnscli.gitstore.repository.AuthoritySource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The authorities that sign the certificate of a git server: those of the machine, and not those of the Java that came
/// with this program.
///
/// @param environment the environment variables, one of which may name other authorities
/// @param more the file with authorities besides
record HttpsAuthorities(Map<String, String> environment, Optional<Path> more)
        implements AuthoritySource {

    @Override
    public List<X509Certificate> find() throws IOException {
        var machine = TrustAnchorSearch.ofSystem().find(environment).orTrouble();
        var besides =
                more.isPresent()
                        ? TrustAnchorSearch.ofFile(more.get()).orTrouble().certificates()
                        : List.<Certificate>of();
        return Stream.concat(machine.certificates().stream(), besides.stream())
                .map(Certificate::x509)
                .toList();
    }
}
