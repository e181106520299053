package io.github.dnscli.server.secondary;

import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import java.time.Instant;

/// A zone as it was when its primary was last asked with success: it expires counted from then, whatever happens between.
///
/// @param zone the zone; it has an SOA record
/// @param lastSuccess when a primary last gave the zone, or said that nothing is newer
/// @param primary which one
public record KeptZone(Zone zone, Instant lastSuccess, ServerAddress primary) {}
