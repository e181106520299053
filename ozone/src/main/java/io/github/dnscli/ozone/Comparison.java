package io.github.dnscli.ozone;

/// What the files are to be compared with.
sealed interface Comparison {

    /// Nothing.
    record None() implements Comparison {}

    /// Another file.
    ///
    /// @param name its name, `-` being standard input
    record OldFile(String name) implements Comparison {}

    /// A revision of the repository.
    ///
    /// @param name what git calls it
    record Revision(String name) implements Comparison {}

    /// The last commit, with what is staged as the successor.
    record Staged() implements Comparison {}
}
