package io.github.dnscli.common.wire;

import io.github.dnscli.common.key.TsigKey;
import java.util.Optional;

/// What looking at a message's signature came to.
public sealed interface Verified {

    /// The message has none.
    record Unsigned() implements Verified {}

    /// The message comes from a holder of the key, unchanged.
    ///
    /// @param key the key, its name spelled as in the message, and so in the reply: some clients compare letter by letter
    /// @param mac the message's signature, over which the reply is signed in turn
    record Good(TsigKey key, Mac mac) implements Verified {}

    /// The signature does not count.
    ///
    /// @param fault why
    /// @param tsig the TSIG record; empty when there is none, or none that can be read
    /// @param key the key, when we know it
    record Bad(TsigFault fault, Optional<TsigRecord> tsig, Optional<TsigKey> key)
            implements Verified {}
}
