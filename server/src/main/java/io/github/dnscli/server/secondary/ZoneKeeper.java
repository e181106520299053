package io.github.dnscli.server.secondary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Brings one zone into the store: always the newest version there is, so that it does not matter in which order threads
/// come to it, and nobody who serves waits for a disk.
final class ZoneKeeper {

    private final SecondaryStore store;
    private final DomainName origin;
    private final Consumer<String> troubles;
    private final ReentrantLock storing = new ReentrantLock();
    private volatile Optional<KeptZone> wanted;
    private Optional<KeptZone> stored;
    private volatile boolean forgotten;

    /// @param stored what the store has
    /// @param troubles hears why a version could not be stored, for people
    ZoneKeeper(
            SecondaryStore store,
            DomainName origin,
            Optional<KeptZone> stored,
            Consumer<String> troubles) {
        this.store = store;
        this.origin = origin;
        this.troubles = troubles;
        this.wanted = stored;
        this.stored = stored;
    }

    /// Knows of a new version; returns at once.
    void have(KeptZone zone) {
        wanted = Optional.of(zone);
    }

    /// Knows that the version is still the newest; returns at once.
    void confirm(Instant lastSuccess, ServerAddress primary) {
        wanted = wanted.map(kept -> new KeptZone(kept.zone(), lastSuccess, primary));
    }

    /// Knows that the zone is gone; returns at once.
    void forget() {
        forgotten = true;
        wanted = Optional.empty();
    }

    /// Stores what has not been stored. What cannot be is served all the same, and tried again next time.
    void keep() {
        storing.lock();
        try {
            store(wanted);
        } catch (ClosedByInterruptException _) {
            // The server is closing, and keeps it at the end.
        } catch (IOException | RuntimeException failure) {
            troubles.accept(String.valueOf(failure.getMessage()));
        } finally {
            storing.unlock();
        }
    }

    private void store(Optional<KeptZone> newest) throws IOException {
        if (newest.isPresent() && !isStored(newest.get())) {
            var kept = newest.get();
            if (isStored(kept.zone())) {
                store.touch(origin, kept.lastSuccess(), kept.primary());
            } else {
                store.save(kept);
            }
            stored = newest;
        } else if (newest.isEmpty() && forgotten && stored.isPresent()) {
            store.remove(origin);
            stored = Optional.empty();
        }
    }

    // Another version is another object; comparing the records of two takes long.
    @SuppressWarnings("ReferenceEquality")
    private boolean isStored(KeptZone version) {
        return stored.filter(known -> known == version).isPresent();
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isStored(Zone version) {
        return stored.filter(known -> known.zone() == version).isPresent();
    }
}
