package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// Whom to trust on https, as the JDK wants to be told.
final class Authorities {

    private Authorities() {}

    /// {@return what trusts some authorities and no others}
    static TrustManager[] trusting(List<X509Certificate> authorities) throws IOException {
        try {
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store(authorities));
            return factory.getTrustManagers();
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the authorities for https cannot be used", unusable);
        }
    }

    private static KeyStore store(List<X509Certificate> certificates)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry(Integer.toString(i), certificates.get(i));
        }
        return store;
    }
}
