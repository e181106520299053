package io.github.dnscli.certificate.service;

import java.io.IOException;
import java.util.Optional;

/// Keeps the private key of a service and its last certificate for the next start. Used by one thread at a time.
public interface IdentityStore {

    /// {@return a store that ends with the process}: at each start there is a new key, and a certificate is asked for anew
    static IdentityStore inMemory() {
        return new MemoryIdentityStore();
    }

    /// {@return the private key as PEM, if one was kept}; a secret
    ///
    /// @throws IOException if it is there and cannot be read; the message names it
    Optional<String> readKey() throws IOException;

    /// Keeps the private key, in place of another: wholly or not at all, and never to be seen by others, not even for a
    /// moment.
    ///
    /// @param pem a secret
    /// @throws IOException if it cannot be kept; the message names where
    void writeKey(String pem) throws IOException;

    /// {@return the certificate chain that was kept last, as PEM, the leaf first}
    ///
    /// @throws IOException if it is there and cannot be read; the message names it
    Optional<String> readChain() throws IOException;

    /// Keeps a certificate chain, in place of another: wholly or not at all.
    ///
    /// @throws IOException if it cannot be kept; the message names where
    void writeChain(String pem) throws IOException;
}
