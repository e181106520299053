package io.github.dnscli.certifier.own;

import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The zones that are served, and those that were: one that is away for a moment, while its file is mended or a server
/// starts, is no reason for a new intermediate. It is gone when it is still away a day after that was seen.
final class ServedZones {

    private static final Duration GRACE = Duration.ofDays(1);

    private final Supplier<Set<DomainName>> zones;
    private final Set<DomainName> known = new HashSet<>();
    private final Map<DomainName, Instant> missing = new HashMap<>();

    ServedZones(Supplier<Set<DomainName>> zones) {
        this.zones = zones;
    }

    /// Takes the zones of an intermediate made by an earlier process for served until now. Those of one that may issue for
    /// every name are not known.
    void remember(PermittedNames earlier) {
        if (!earlier.isAll()) {
            known.addAll(earlier.zones());
        }
    }

    /// {@return the names in zones that are served, or away for a moment}
    PermittedNames lately(Instant now) {
        var served = zones.get();
        known.addAll(served);
        missing.keySet().removeAll(served);
        for (var zone : known) {
            if (!served.contains(zone)) {
                missing.putIfAbsent(zone, now);
            }
        }
        known.removeIf(zone -> isGone(zone, now));
        missing.keySet().retainAll(known);
        return PermittedNames.of(known);
    }

    private boolean isGone(DomainName zone, Instant now) {
        return missing.getOrDefault(zone, now).isBefore(now.minus(GRACE));
    }
}
