package io.github.dnscli.server.state;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;

/// A change of a zone that an UPDATE asks for.
///
/// @param before the zone as it was
/// @param after the zone as it will be, its serial advanced
/// @param diff what differs
/// @param key the name of the key that signed
/// @param peer who asked
public record ZoneChange(Zone before, Zone after, ZoneDiff diff, DomainName key, Peer peer) {

    /// {@return the change from one version to another}
    public static ZoneChange of(Zone before, Zone after, DomainName key, Peer peer) {
        return new ZoneChange(before, after, ZoneDiff.between(before, after), key, peer);
    }
}
