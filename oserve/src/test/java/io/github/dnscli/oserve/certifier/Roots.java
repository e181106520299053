package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.own.PrivateSettings;
import io.github.dnscli.certifier.state.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/// Certificates to trust.
final class Roots {

    private Roots() {}

    /// Writes the certificate of a root made for the purpose.
    static void root(Path file) throws IOException {
        var folder = new CertifierFolder(file.resolveSibling("none"));
        var authority =
                new Authorities(folder, new MemoryStore(), InstantSource.system())
                        .ofOwn(PrivateSettings.DEFAULT, Set::of);
        Files.writeString(file, authority.root().pem());
    }
}
