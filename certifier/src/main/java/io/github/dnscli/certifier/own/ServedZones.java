package io.github.dnscli.certifier.own;

import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The zones that are served, and those that were a moment ago: a zone that is away for less than a day, while its file is
/// mended or a server starts, is no reason for a new intermediate.
final class ServedZones {

    private static final Duration MEMORY = Duration.ofDays(1);

    private final Supplier<Set<DomainName>> zones;
    private final Map<DomainName, Instant> seen = new HashMap<>();

    ServedZones(Supplier<Set<DomainName>> zones) {
        this.zones = zones;
    }

    /// Takes the zones of an intermediate made by an earlier process for served until now. Those of one that may issue for
    /// every name are not known.
    void remember(PermittedNames earlier, Instant now) {
        if (!earlier.isAll()) {
            earlier.zones().forEach(zone -> seen.putIfAbsent(zone, now));
        }
    }

    /// {@return the names in zones served right now}
    PermittedNames now() {
        return PermittedNames.of(zones.get());
    }

    /// {@return the names in zones served within the last day}
    PermittedNames lately(Instant now) {
        var served = zones.get();
        served.forEach(zone -> seen.put(zone, now));
        seen.values().removeIf(time -> time.isBefore(now.minus(MEMORY)));
        var all = new HashSet<>(seen.keySet());
        all.addAll(served);
        return PermittedNames.of(all);
    }
}
