package io.github.dnscli.oserve.status;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// What is known of somebody who follows a zone: a secondary, as a rule.
///
/// @param zone the zone
/// @param address the host
/// @param fetched what it fetched last
/// @param told what it was told of last, or was to be
public record Follower(
        DomainName zone, InetAddress address, Optional<Fetched> fetched, Optional<Told> told) {

    /// As people look for them: zone by zone.
    static final Comparator<Follower> ORDER =
            Comparator.comparing(Follower::zone)
                    .thenComparing(
                            follower -> follower.address().getAddress(), Arrays::compareUnsigned);

    /// A transfer that was complete.
    ///
    /// @param serial the serial it was about
    /// @param time when it ended
    /// @param key the name of the key that signed, if one did
    public record Fetched(Serial serial, Instant time, Optional<DomainName> key) {}

    /// News.
    ///
    /// @param serial the serial it was about
    /// @param time when the errand ended
    /// @param problem why it did not arrive; empty if it did
    public record Told(Serial serial, Instant time, Optional<String> problem) {}

    /// {@return somebody of whom nothing is known yet}
    static Follower of(DomainName zone, InetAddress address) {
        return new Follower(zone, address, Optional.empty(), Optional.empty());
    }

    Follower with(Fetched news) {
        return new Follower(zone, address, Optional.of(news), told);
    }

    Follower with(Told news) {
        return new Follower(zone, address, fetched, Optional.of(news));
    }
}
