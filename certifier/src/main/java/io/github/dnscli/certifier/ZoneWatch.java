package io.github.dnscli.certifier;

import io.github.dnscli.certifier.policy.Place;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Optional;

/// What is known of one zone.
final class ZoneWatch {

    private final DomainName zone;
    private Optional<Serial> serial = Optional.empty();
    private List<Place> places = List.of();

    ZoneWatch(DomainName zone) {
        this.zone = zone;
    }

    DomainName zone() {
        return zone;
    }

    Optional<Serial> serial() {
        return serial;
    }

    List<Place> places() {
        return places;
    }

    int requestCount() {
        return places.stream().mapToInt(place -> place.requests().size()).sum();
    }

    void see(Zone seen) {
        serial = seen.serial();
        places = Place.of(seen, places);
    }
}
