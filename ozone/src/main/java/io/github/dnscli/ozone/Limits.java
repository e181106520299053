package io.github.dnscli.ozone;

import io.github.dnscli.common.record.Ttl;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What some rules are measured by.
///
/// @param maxDeleted the most records that may be gone against the predecessor, in percent
/// @param maxTtl the longest TTL that is allowed
/// @param time when the zone is to be good, if not now
/// @param expiryMargin how long before their end signatures are reported
/// @param includeRoot the folder that `$INCLUDE` may lead into, if not the zone file's own
record Limits(
        Optional<Integer> maxDeleted,
        Optional<Ttl> maxTtl,
        Optional<Instant> time,
        Duration expiryMargin,
        Optional<String> includeRoot) {}
