package io.github.dnscli.gitstore.reading;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.server.state.ServerState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Remembers since when the files of zones are gone, so that a zone can be served on for a while: a file may be gone by
/// mistake. Used by one thread at a time.
public final class Removals {

    private final Duration delay;
    private final InstantSource clock;
    private final Map<DomainName, Instant> due = new HashMap<>();

    /// Has seen nothing gone yet.
    ///
    /// @param delay how long zones are served on
    public Removals(Duration delay, InstantSource clock) {
        this.delay = delay;
        this.clock = clock;
    }

    /// {@return the zones that are served on although their files are gone, and until when}
    ///
    /// @param served what is served
    /// @param reading what there is now
    public Map<DomainName, Instant> spared(ServerState served, Reading reading) {
        Set<DomainName> present =
                reading.zones().stream().map(ZoneReading::origin).collect(Collectors.toSet());
        var gone = new HashSet<>(served.zones().keySet());
        gone.removeAll(present);
        due.keySet().retainAll(gone);
        var now = clock.instant();
        gone.forEach(origin -> due.putIfAbsent(origin, now.plus(delay)));
        var spared = new HashMap<>(due);
        spared.values().removeIf(end -> !end.isAfter(now));
        return spared;
    }

    /// {@return when the next zone is due to go}
    public Optional<Instant> next() {
        return due.values().stream().min(Comparator.naturalOrder());
    }
}
