package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Whom to trust on https: the Java runtime's authorities, and those of a file besides.
final class Authorities {

    private Authorities() {}

    /// {@return what trusts the runtime's authorities and those of a file}
    ///
    /// @param file certificates, PEM
    /// @throws IOException if the file cannot be read or holds none; the message is for people
    static TrustManager[] with(Path file) throws IOException {
        try {
            List<Certificate> all = new ArrayList<>(certificates(file));
            Arrays.stream(managers(null))
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .forEach(manager -> all.addAll(List.of(manager.getAcceptedIssuers())));
            return managers(store(all));
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the authorities of '" + file + "' cannot be used", unusable);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(stream);
            if (found.isEmpty()) {
                throw new IOException("'" + file + "' holds no certificate");
            }
            return found;
        } catch (CertificateException malformed) {
            throw new IOException("'" + file + "' holds no certificates in PEM", malformed);
        }
    }

    private static KeyStore store(List<Certificate> certificates)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry(Integer.toString(i), certificates.get(i));
        }
        return store;
    }

    private static TrustManager[] managers(@Nullable KeyStore store)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
