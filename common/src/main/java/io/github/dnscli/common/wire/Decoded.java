package io.github.dnscli.common.wire;

import java.util.Optional;
import java.util.OptionalInt;

/// What reading a message's octets came to.
public sealed interface Decoded {

    /// The octets are a message.
    ///
    /// @param message the message
    /// @param tsig its signature, not verified; see [Verifier]
    record Valid(Message message, Optional<TsigRecord> tsig) implements Decoded {}

    /// The octets are no message.
    ///
    /// @param id the message's id; empty when there are not even two octets
    /// @param problem why, for people
    record Malformed(OptionalInt id, String problem) implements Decoded {}
}
