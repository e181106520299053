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
    /// @param about which rule is broken
    /// @param at the word at fault; empty when something is missing at the end, or when no text was read
    record Invalid(String problem, About about, Optional<Token> at) implements ParsedData {}

    /// Which rule data breaks that does not fit its type.
    enum About {
        /// The form of a field.
        DATA,
        /// The form of a name.
        NAME,
        /// How the parameters of a service binding go together (RFC 9460 §2.1, §8).
        SERVICE_PARAMETERS,
        /// The form of a CAA property (RFC 8659 §4.1).
        PROPERTY
    }
}
