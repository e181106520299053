package io.github.dnscli.certifier.own;

import java.io.IOException;
import java.util.Optional;

/// What a [PrivateAuthority] must not forget, kept by somebody who knows how to keep a secret.
public interface AuthorityState {

    /// A thing to keep.
    enum Item {
        /// The root: whoever lost it has lost the authority.
        ROOT,
        /// The intermediate: it can be made again while there is the root.
        INTERMEDIATE;

        /// {@return the word for it, such as `root`}
        public String word() {
            return this == ROOT ? "root" : "intermediate";
        }
    }

    /// {@return what was kept last, as PEM: a certificate and its private key}
    ///
    /// @throws IOException if it is there and cannot be read
    Optional<String> read(Item item) throws IOException;

    /// Keeps a certificate and its private key: a secret, never to be seen by others, not even for a moment.
    ///
    /// @param pem replaces what was kept, wholly or not at all
    /// @throws IOException if it cannot be kept
    void write(Item item, String pem) throws IOException;
}
