package io.github.dnscli.server.event;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.server.state.Peer;
import java.time.Duration;
import java.util.Optional;

/// A zone was handed out, or the differences between two of its versions, or that was tried.
///
/// @param zone the zone
/// @param serial the serial it had
/// @param peer who fetched it
/// @param key the name of the key that signed the request, if one did
/// @param octets how many were sent
/// @param duration how long it took
/// @param end how it ended
public record TransferEvent(
        DomainName zone,
        Serial serial,
        Peer peer,
        Optional<DomainName> key,
        long octets,
        Duration duration,
        End end) {

    /// How a transfer ends.
    public sealed interface End {

        /// All of it was sent.
        record Complete() implements End {}

        /// It broke off.
        ///
        /// @param reason why, for people
        record Broken(String reason) implements End {}
    }
}
