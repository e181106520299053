package io.github.dnscli.server.update;

import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;

/// What an UPDATE comes to, before anything is committed.
public sealed interface UpdateOutcome {

    /// The zone would become this one.
    record Changed(Zone after) implements UpdateOutcome {}

    /// All is as the update wants it already.
    record Unchanged() implements UpdateOutcome {}

    /// The update is turned down as a whole.
    ///
    /// @param reason for people
    record Rejected(Rcode rcode, String reason) implements UpdateOutcome {}
}
