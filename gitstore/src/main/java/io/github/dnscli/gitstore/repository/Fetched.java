package io.github.dnscli.gitstore.repository;

import java.util.Optional;

/// What fetching a branch came to.
///
/// @param before where the branch was when it was fetched last; empty if it never was
/// @param after where it is
/// @param isRewritten whether what is new does not grow from what was there before: somebody has forced a push
public record Fetched(Optional<Revision> before, Revision after, boolean isRewritten) {

    /// {@return whether the branch has moved}
    public boolean isMoved() {
        return !before.equals(Optional.of(after));
    }
}
