package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one place has in answer to one request.
///
/// @param good the certificates that are, with chains that hold
/// @param objection what speaks against the others
/// @param kept whether the certificate that is remembered stands there, and all that belongs to it
/// @param from when it was judged
/// @param until when it must be judged anew, because something expires or begins
record Judgement(
        List<IssuedChain> good,
        Optional<Objection> objection,
        boolean kept,
        Instant from,
        Instant until) {

    /// What is wrong with a certificate.
    ///
    /// @param message for people
    /// @param anotherKey whether it has nothing to do with the request anyway
    record Objection(String message, boolean anotherKey) {}

    boolean isGood(Certificate leaf) {
        return good.stream().anyMatch(chain -> chain.leaf().equals(leaf));
    }

    boolean holds(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /// {@return the same of a certificate that stands where it was looked for}
    Judgement standing() {
        return new Judgement(good, objection, true, from, until);
    }
}
