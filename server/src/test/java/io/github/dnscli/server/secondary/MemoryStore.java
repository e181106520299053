package io.github.dnscli.server.secondary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A store that outlives servers, though not the test.
final class MemoryStore implements SecondaryStore {

    private final Map<DomainName, KeptZone> zones = new ConcurrentHashMap<>();

    @Override
    public List<KeptZone> load() {
        return List.copyOf(zones.values());
    }

    @Override
    public void save(KeptZone zone) {
        zones.put(zone.zone().origin(), zone);
    }

    @Override
    public void touch(DomainName zone, Instant lastSuccess, ServerAddress primary) {
        zones.computeIfPresent(zone, (_, kept) -> new KeptZone(kept.zone(), lastSuccess, primary));
    }

    @Override
    public void remove(DomainName zone) {
        zones.remove(zone);
    }
}
