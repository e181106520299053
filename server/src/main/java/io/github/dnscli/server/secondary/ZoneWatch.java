package io.github.dnscli.server.secondary;

import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.transport.ServerAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When to ask for one zone that comes from elsewhere, what to make of the answers, and when to stop serving it
/// (RFC 1034 §4.3.5, RFC 1996 §3.11): an immutable state, and what each event makes of it.
///
/// A round asks one primary after the other until one gives what is wanted, beginning with the one that did last, or that
/// gave notice. When none does, the next round comes after a retry, and later with each further failure. A zone that has
/// never come, or has expired, is fetched; otherwise the serial is asked for first. Expiry counts from the last success:
/// a primary that has a lower serial than ours, or fails in any way, does not put it off.
///
/// @param zone the zone
/// @param settings how patient to be
/// @param held what is served; empty when nothing is
/// @param phase what is going on
/// @param round how it went so far
record ZoneWatch(
        SecondaryZone zone,
        SecondarySettings settings,
        Optional<Held> held,
        Phase phase,
        Round round) {

    /// The version that is served.
    ///
    /// @param soa its SOA data
    /// @param lastSuccess when a primary gave it, or last had nothing newer
    record Held(Soa soa, Instant lastSuccess) {}

    /// What is going on.
    sealed interface Phase {

        /// Nothing until a time.
        record Waiting(Instant until) implements Phase {}

        /// A primary was asked for its serial.
        record Asking() implements Phase {}

        /// A primary was asked for the zone.
        ///
        /// @param changes whether for what has changed only
        record Fetching(boolean changes) implements Phase {}
    }

    /// What comes of an event.
    ///
    /// @param watch the new state
    /// @param actions what is to be done, in this order
    record Reaction(ZoneWatch watch, List<ZoneAction> actions) {}

    /// {@return a watch that will ask at once}
    ///
    /// @param kept the version at hand, if there is one that has not expired
    static ZoneWatch begin(
            SecondaryZone zone, SecondarySettings settings, Optional<Held> kept, Instant now) {
        return new ZoneWatch(zone, settings, kept, new Phase.Waiting(now), Round.FIRST);
    }

    /// {@return when something is to be done even if nothing happens}; empty while a primary is being asked for a zone that
    /// is not served
    Optional<Instant> wakeAt() {
        var expiry = expiry();
        return phase instanceof Phase.Waiting(var until)
                ? expiry.filter(end -> end.isBefore(until)).or(() -> Optional.of(until))
                : expiry;
    }

    /// {@return when the zone expires unless a primary can be asked}
    Optional<Instant> expiry() {
        return held.map(version -> version.lastSuccess().plus(timetable().expire()));
    }

    /// {@return what an event leads to}
    ///
    /// @param random spreads the times of rounds
    Reaction on(ZoneEvent event, Instant now, RandomGenerator random) {
        var turn = new ZoneTurn(this, now, random);
        switch (event) {
            case ZoneEvent.TimePassed _ -> turn.timePassed();
            case ZoneEvent.Notified(var serial, var from) -> turn.notified(serial, from);
            case ZoneEvent.Answered(var serial) -> turn.answered(serial);
            case ZoneEvent.Arrived(var arrived, var effort) -> turn.arrived(arrived, effort);
            case ZoneEvent.Failed(var kind, var problem) -> turn.failed(kind, problem);
        }
        return turn.reaction();
    }

    /// {@return the primary whose turn it is}
    ServerAddress primary() {
        return zone.primaries().get(round.at());
    }

    Timetable timetable() {
        return new Timetable(settings, held.map(Held::soa));
    }

    ZoneWatch with(Phase other) {
        return new ZoneWatch(zone, settings, held, other, round);
    }

    ZoneWatch with(Round other) {
        return new ZoneWatch(zone, settings, held, phase, other);
    }

    ZoneWatch withHeld(Optional<Held> other) {
        return new ZoneWatch(zone, settings, other, phase, round);
    }
}
