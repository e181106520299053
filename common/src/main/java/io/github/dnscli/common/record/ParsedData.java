package io.github.dnscli.common.record;

import java.util.Optional;

/// What reading a record's data came to, from text or from the wire.
public sealed interface ParsedData {

    /// The data fits its type.
    ///
    /// @param data the data
    record Valid(RecordData data) implements ParsedData {}

    /// The data does not fit its type.
    ///
    /// @param problem why, for people; names the field
    /// @param aboutName whether it is a name that is malformed
    /// @param at the word at fault; empty when something is missing at the end, or when no text was read
    record Invalid(String problem, boolean aboutName, Optional<Token> at) implements ParsedData {}
}
