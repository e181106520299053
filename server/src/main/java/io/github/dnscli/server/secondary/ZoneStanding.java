package io.github.dnscli.server.secondary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.time.Instant;
import java.util.Optional;

/// How a zone that comes from other servers stands, at one moment.
///
/// @param zone the zone's name
/// @param primary which of its primaries is asked next, or is being asked
/// @param lastSuccess when a primary gave what is served, or last had nothing newer; empty while nothing is served
/// @param nextLook when a primary is asked again; empty while one is being asked
/// @param expiry when the zone is served no more unless a primary can be asked; empty while nothing is served
public record ZoneStanding(
        DomainName zone,
        ServerAddress primary,
        Optional<Instant> lastSuccess,
        Optional<Instant> nextLook,
        Optional<Instant> expiry) {

    static ZoneStanding of(ZoneWatch watch) {
        return new ZoneStanding(
                watch.zone().origin(),
                watch.primary(),
                watch.held().map(ZoneWatch.Held::lastSuccess),
                watch.phase() instanceof ZoneWatch.Phase.Waiting(var until)
                        ? Optional.of(until)
                        : Optional.empty(),
                watch.expiry());
    }
}
