package io.github.dnscli.certifier.challenge;

/// What came of the wish to show proofs.
public sealed interface Presentation {

    /// Whoever looks finds them.
    record Visible() implements Presentation {}

    /// They could not be published.
    ///
    /// @param problem why, for people, with the name it is about
    record Unpublished(String problem) implements Presentation {}

    /// They were published, and did not reach all name servers in time.
    ///
    /// @param problem which of them, for people
    record Unseen(String problem) implements Presentation {}
}
