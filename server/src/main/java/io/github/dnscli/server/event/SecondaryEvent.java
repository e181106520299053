package io.github.dnscli.server.event;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import java.time.Duration;
import java.time.Instant;

/// What happens to a zone that comes from another server.
public sealed interface SecondaryEvent {

    /// {@return the zone's name}
    DomainName zone();

    /// How a zone was fetched.
    enum Way {
        /// As a whole (AXFR).
        WHOLE,
        /// As differences to the version at hand (IXFR).
        DIFFERENCES
    }

    /// A newer version has come, and is served.
    ///
    /// @param primary where it came from
    /// @param serial its serial
    /// @param way how it came
    /// @param octets how many octets of messages that took
    /// @param time how long it took
    record Transferred(
            DomainName zone,
            ServerAddress primary,
            Serial serial,
            Way way,
            long octets,
            Duration time)
            implements SecondaryEvent {}

    /// A primary has nothing newer.
    ///
    /// @param primary the primary
    /// @param serial the serial of the version that both have
    record UpToDate(DomainName zone, ServerAddress primary, Serial serial)
            implements SecondaryEvent {}

    /// A version has come with errors; it is served all the same, as its primary has it.
    ///
    /// @param problem what is wrong with it, for people
    record Flawed(DomainName zone, String problem) implements SecondaryEvent {}

    /// A version is served that could not be kept for the next start.
    ///
    /// @param problem why, for people
    record Unkept(DomainName zone, String problem) implements SecondaryEvent {}

    /// The connection is lost on which a primary tells of changes.
    ///
    /// @param zone the first of the zones it is for; the root if the primary names them itself
    /// @param primary the primary
    /// @param reason for people; no secrets in it
    /// @param nextTry when it is made again
    record Disconnected(DomainName zone, ServerAddress primary, String reason, Instant nextTry)
            implements SecondaryEvent {}

    /// A primary could not be asked, or its answer is of no use. What was served is served on.
    ///
    /// @param primary the primary
    /// @param reason for people; no secrets in it
    /// @param nextTry when the next try comes, with this or another primary
    record Failed(DomainName zone, ServerAddress primary, String reason, Instant nextTry)
            implements SecondaryEvent {}

    /// No primary could be asked for so long that the zone is not served any more. It is as soon as one can.
    ///
    /// @param lastSuccess when a primary could be asked last
    record Expired(DomainName zone, Instant lastSuccess) implements SecondaryEvent {}

    /// A primary has named a zone that was not known; it will be fetched.
    ///
    /// @param primary the primary
    record Discovered(DomainName zone, ServerAddress primary) implements SecondaryEvent {}

    /// The primary that named the zone says that it no longer has it; it is not served any more.
    ///
    /// @param primary the primary
    record Dropped(DomainName zone, ServerAddress primary) implements SecondaryEvent {}
}
