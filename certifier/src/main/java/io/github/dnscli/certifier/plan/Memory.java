package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.Certificate;
import java.util.Optional;

/// What is remembered of requests, as far as plans depend on it. Requests are told by their
/// [ids][io.github.dnscli.certifier.policy.Asked#id()].
public interface Memory {

    /// {@return the certificate that was issued last for a request}, if nothing speaks against it but perhaps its age.
    Optional<IssuedChain> kept(String id);

    /// {@return why a certificate must not go on to serve, for people}, be it good otherwise.
    Optional<String> objection(String id, Certificate leaf);

    /// {@return when a certificate is to be renewed}
    Renewal renewal(String id, Certificate leaf);
}
