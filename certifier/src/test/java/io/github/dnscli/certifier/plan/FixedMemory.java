package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A memory that a test fills; renewals are exactly when lifetimes say so, unless told otherwise.
final class FixedMemory implements Memory {

    final Map<String, IssuedChain> kept = new HashMap<>();
    final Map<Certificate, String> objections = new HashMap<>();
    final Map<Certificate, Instant> renewals = new HashMap<>();

    @Override
    public Optional<IssuedChain> kept(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Optional<String> objection(String id, Certificate leaf) {
        return Optional.ofNullable(objections.get(leaf));
    }

    @Override
    public Renewal renewal(String id, Certificate leaf) {
        return new Renewal(
                renewals.getOrDefault(leaf, leaf.lifetime().renewalDue()),
                "it is time for renewal");
    }
}
