package io.github.dnscli.server.secondary;

import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.SecondaryEvent;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/// What a [ZoneWatch] hears of.
sealed interface ZoneEvent {

    /// Nothing but that it is later.
    record TimePassed() implements ZoneEvent {}

    /// Somebody who may say so says that the zone has changed (RFC 1996).
    ///
    /// @param serial the new serial, if that was said; a hint only
    /// @param from the address of who said so
    record Notified(Optional<Serial> serial, InetAddress from) implements ZoneEvent {}

    /// The primary that was asked says which serial it has: in the SOA record that was asked for, or where differences
    /// were wanted and there are none.
    ///
    /// @param serial its serial
    record Answered(Serial serial) implements ZoneEvent {}

    /// The primary that was asked has given the zone.
    ///
    /// @param zone the zone, whole; it has an SOA record
    /// @param effort what it took
    record Arrived(Zone zone, Effort effort) implements ZoneEvent {}

    /// The primary that was asked has failed.
    ///
    /// @param kind in which way
    /// @param problem for people; no secrets in it
    record Failed(Kind kind, String problem) implements ZoneEvent {}

    /// The ways in which a primary fails.
    enum Kind {
        /// It answers, but not with differences that can be used; it may still have the whole zone.
        UNFIT,
        /// It says, and signs if it should, that it is not authoritative for the zone.
        GONE,
        /// It does not answer, or nobody vouches for the answer.
        LOST
    }

    /// What a transfer took.
    ///
    /// @param way how the zone came
    /// @param octets how many octets of messages
    /// @param time how long
    record Effort(SecondaryEvent.Way way, long octets, Duration time) {}
}
