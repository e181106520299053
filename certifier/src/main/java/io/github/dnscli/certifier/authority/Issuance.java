package io.github.dnscli.certifier.authority;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Chain;
import java.time.Instant;
import java.util.List;

/// What came of an [Order].
public sealed interface Issuance {

    /// The certificate.
    ///
    /// @param leaf for the names and the key of the request
    /// @param authorities those that lead from it to a root, the root left out
    record Issued(Certificate leaf, List<Certificate> authorities) implements Issuance {

        /// Copies the list.
        public Issued {
            authorities = List.copyOf(authorities);
        }

        /// {@return the certificates in order}
        public Chain chain() {
            return Chain.of(leaf, authorities);
        }
    }

    /// The authority does not want to. The same order will hardly fare better, but for a change on its side.
    ///
    /// @param failure why
    record Refused(Failure failure) implements Issuance {}

    /// The authority could not, and may be asked again.
    ///
    /// @param failure why
    /// @param notBefore when it may be asked again; the time of the failure if it does not say
    record Later(Failure failure, Instant notBefore) implements Issuance {}
}
