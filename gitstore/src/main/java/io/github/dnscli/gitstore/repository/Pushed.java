package io.github.dnscli.gitstore.repository;

/// What pushing a commit came to.
public sealed interface Pushed {

    /// The remote branch is at the commit now.
    record Landed() implements Pushed {}

    /// The remote branch has moved meanwhile: what is there must be fetched first.
    record Overtaken() implements Pushed {}

    /// The remote does not want it, as a hook of its or a protected branch says.
    ///
    /// @param reason what it says, for people, perhaps in several lines
    record Rejected(String reason) implements Pushed {}
}
