package io.github.dnscli.server;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.util.Optional;

/// Knows versions of zones from before the server's start, for those who hold one and want to catch up (RFC 1995).
@FunctionalInterface
public interface ZonePast {

    /// Knows nothing.
    ZonePast NONE = (_, _) -> Optional.empty();

    /// {@return a version of a zone that was served once; calls may overlap, and may take their time}
    ///
    /// @param origin the zone's name
    /// @param serial the version's serial
    /// @throws IOException if that cannot be found out; the client then gets the whole zone
    Optional<Zone> version(DomainName origin, Serial serial) throws IOException;
}
