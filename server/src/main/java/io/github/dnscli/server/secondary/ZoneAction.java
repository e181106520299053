package io.github.dnscli.server.secondary;

import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.SecondaryEvent;
import java.time.Instant;

/// What a [ZoneWatch] wants done.
sealed interface ZoneAction {

    /// Ask a primary for its SOA record; what comes of it is the next event.
    record AskSerial(ServerAddress primary) implements ZoneAction {}

    /// Fetch the whole zone from a primary; what comes of it is the next event.
    record FetchWhole(ServerAddress primary) implements ZoneAction {}

    /// Fetch from a primary what has changed; what comes of it is the next event.
    ///
    /// @param held the serial of the version at hand
    record FetchChanges(ServerAddress primary, Serial held) implements ZoneAction {}

    /// Serve this version, and keep it.
    ///
    /// @param lastSuccess when the primary gave it
    /// @param primary which one
    record Publish(Zone zone, Instant lastSuccess, ServerAddress primary) implements ZoneAction {}

    /// Keep in mind that the version at hand is the newest.
    ///
    /// @param lastSuccess when the primary said so
    /// @param primary which one
    record Confirm(Instant lastSuccess, ServerAddress primary) implements ZoneAction {}

    /// Stop serving the zone, but know it still.
    record Expire() implements ZoneAction {}

    /// Stop serving the zone, and forget it.
    record Drop() implements ZoneAction {}

    /// Tell people.
    record Report(SecondaryEvent event) implements ZoneAction {}
}
