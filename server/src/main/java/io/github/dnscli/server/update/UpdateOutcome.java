package io.github.dnscli.server.update;

import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;

/// What an UPDATE comes to, before anything is committed.
sealed interface UpdateOutcome {

    /// The zone would become another one.
    ///
    /// @param after the zone, its serial advanced
    /// @param diff what differs
    record Changed(Zone after, ZoneDiff diff) implements UpdateOutcome {}

    /// All is as the update wants it already.
    record Unchanged() implements UpdateOutcome {}

    /// The update is turned down as a whole.
    ///
    /// @param reason for people
    record Rejected(Rcode rcode, String reason) implements UpdateOutcome {}
}
