package io.github.dnscli.oserve.secondary;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.server.NameServerBuilder;
import io.github.dnscli.server.secondary.Discovery;
import io.github.dnscli.server.secondary.SecondaryZone;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// Which zones a secondary has, and where they come from.
///
/// @param zones the zones that are named; none twice
/// @param discoveries the primaries that name zones themselves
record WantedZones(List<SecondaryZone> zones, List<Discovery> discoveries) {

    /// Copies the lists.
    ///
    /// @throws IllegalArgumentException if a zone is named twice; the message is for people
    WantedZones {
        zones = List.copyOf(zones);
        discoveries = List.copyOf(discoveries);
        var names = new HashSet<DomainName>();
        for (var zone : zones) {
            if (!names.add(zone.origin())) {
                throw new IllegalArgumentException(
                        "zone '"
                                + zone.origin().display()
                                + "' is named twice; it can come from one place only");
            }
        }
    }

    /// {@return the zones that the names of keys speak of}
    ///
    /// @param port where their primaries listen
    static WantedZones of(List<TsigKey> keys, int port) {
        return new WantedZones(
                keys.stream().flatMap(key -> SecondaryZone.of(key, port).stream()).toList(),
                keys.stream().flatMap(key -> Discovery.of(key, port).stream()).toList());
    }

    /// {@return these and others}
    ///
    /// @throws IllegalArgumentException if a zone is named by both; the message is for people
    WantedZones and(WantedZones others) {
        return new WantedZones(
                Stream.concat(zones.stream(), others.zones.stream()).toList(),
                Stream.concat(discoveries.stream(), others.discoveries.stream()).toList());
    }

    boolean isEmpty() {
        return zones.isEmpty() && discoveries.isEmpty();
    }

    /// Wishes for them.
    void wishFor(NameServerBuilder server) {
        zones.forEach(server::secondary);
        discoveries.forEach(discovery -> server.discover(discovery.primary(), discovery.key()));
    }
}
