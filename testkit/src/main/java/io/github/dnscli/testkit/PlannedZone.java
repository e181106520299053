package io.github.dnscli.testkit;

import io.github.dnscli.common.name.DomainName;
import java.util.List;

/// A zone that a server is to serve.
public sealed interface PlannedZone {

    /// {@return the zone's name}
    DomainName origin();

    /// {@return the servers that are spoken to about the zone}
    List<Remote> remotes();

    /// A zone that the server is the primary of.
    ///
    /// @param origin the zone's name
    /// @param text the zone file, names relative to the zone
    /// @param remotes who is told of changes; name servers in the zone are not
    record Primary(DomainName origin, String text, List<Remote> remotes) implements PlannedZone {

        /// Copies the list.
        public Primary {
            remotes = List.copyOf(remotes);
        }
    }

    /// A zone that the server fetches, by IXFR where it can.
    ///
    /// @param origin the zone's name
    /// @param remotes its primaries, whose notifications are heeded
    record Secondary(DomainName origin, List<Remote> remotes) implements PlannedZone {

        /// Copies the list.
        public Secondary {
            remotes = List.copyOf(remotes);
        }
    }
}
