package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.Lifetime;
import io.github.dnscli.certificate.SubjectPublicKey;
import io.github.dnscli.common.name.DomainName;
import java.math.BigInteger;
import java.util.List;

/// What a certificate shall say.
///
/// @param role what it is good for
/// @param commonName of whom; empty for a certificate without a subject
/// @param key for which key
/// @param serial greater than zero, at most 20 octets (RFC 5280 §4.1.2.2)
/// @param lifetime when it is valid, in whole seconds
record CertificateForm(
        Role role, String commonName, SubjectPublicKey key, BigInteger serial, Lifetime lifetime) {

    /// What a certificate is good for.
    sealed interface Role {

        /// To issue intermediates.
        record Root() implements Role {}

        /// To issue certificates of services, and nothing that issues in turn.
        record Intermediate() implements Role {}

        /// To stand for hosts.
        ///
        /// @param names at least one
        record Service(List<DomainName> names) implements Role {}
    }
}
