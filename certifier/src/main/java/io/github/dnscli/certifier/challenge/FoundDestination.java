package io.github.dnscli.certifier.challenge;

/// What looking for the place of a proof came to.
public sealed interface FoundDestination {

    /// There is one.
    ///
    /// @param destination where proofs for the name are written
    record Found(Destination destination) implements FoundDestination {}

    /// There is none.
    ///
    /// @param problem why, for people, with each step on the way
    record Unknown(String problem) implements FoundDestination {}
}
