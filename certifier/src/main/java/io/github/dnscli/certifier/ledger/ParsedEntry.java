package io.github.dnscli.certifier.ledger;

/// What reading an entry came to.
sealed interface ParsedEntry {

    /// The text is an entry.
    record Valid(LedgerEntry entry) implements ParsedEntry {}

    /// The text is none.
    ///
    /// @param problem why, for people
    record Invalid(String problem) implements ParsedEntry {}
}
