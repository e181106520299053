package io.github.dnscli.server.secondary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.event.SecondaryEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/// Runs one [ZoneWatch]: events go in one after the other, and what it wants done is done. A primary is asked on a thread
/// of its own, one at a time for each zone; what comes of it is the next event.
///
/// News never wait, since they come on the threads that answer queries: they are left in a place where whoever is at work
/// finds them, and one that comes before the last was taken makes one of both.
final class ZoneRunner {

    private final Secondaries secondaries;
    private final SecondaryZone zone;
    private final PrimaryClient client;
    private final ZoneKeeper keeper;
    private final ReentrantLock working = new ReentrantLock();
    private final AtomicReference<Optional<ZoneEvent.Notified>> news =
            new AtomicReference<>(Optional.empty());
    private volatile Optional<Instant> wakeAt;
    private volatile ZoneStanding standing;
    private ZoneWatch watch;

    ZoneRunner(Secondaries secondaries, SecondaryZone zone, Optional<KeptZone> kept, Instant now) {
        this.secondaries = secondaries;
        this.zone = zone;
        this.client =
                new PrimaryClient(
                        zone,
                        secondaries.settings(),
                        secondaries.clock(),
                        secondaries.random(),
                        flaw -> report(new SecondaryEvent.Flawed(zone.origin(), flaw)));
        this.keeper =
                new ZoneKeeper(
                        secondaries.store(),
                        zone.origin(),
                        kept,
                        trouble -> report(new SecondaryEvent.Unkept(zone.origin(), trouble)));
        this.watch =
                ZoneWatch.begin(
                        zone,
                        secondaries.settings(),
                        kept.map(
                                version ->
                                        new ZoneWatch.Held(
                                                version.zone().soa().orElseThrow(),
                                                version.lastSuccess())),
                        now);
        this.wakeAt = watch.wakeAt();
        this.standing = ZoneStanding.of(watch);
    }

    SecondaryZone zone() {
        return zone;
    }

    /// {@return when [#tick] has something to do; empty when only an answer can move it on}
    Optional<Instant> wakeAt() {
        return wakeAt;
    }

    /// {@return how the zone stood after the last event}
    ZoneStanding standing() {
        return standing;
    }

    /// Looks at the time, unless somebody is at work here, who will.
    void tick(Instant now) {
        boolean due = wakeAt.filter(at -> !now.isBefore(at)).isPresent();
        if (due && working.tryLock()) {
            try {
                step(new ZoneEvent.TimePassed());
            } finally {
                working.unlock();
            }
        }
        takeNews();
    }

    /// Takes news; returns at once.
    void notified(ZoneEvent.Notified event) {
        news.updateAndGet(
                waiting ->
                        waiting.isEmpty() || waiting.get().equals(event)
                                ? Optional.of(event)
                                : Optional.of(
                                        new ZoneEvent.Notified(Optional.empty(), event.from())));
        takeNews();
    }

    private void takeNews() {
        while (news.get().isPresent() && working.tryLock()) {
            try {
                news.getAndSet(Optional.empty()).ifPresent(this::step);
            } finally {
                working.unlock();
            }
        }
    }

    /// What breaks off because the server closes is no event.
    private void deliver(ZoneEvent event) {
        if (secondaries.isClosed()) {
            return;
        }
        working.lock();
        try {
            step(event);
        } finally {
            working.unlock();
        }
        takeNews();
        keeper.keep();
        secondaries.wake();
    }

    /// Stores what has not been stored.
    void keep() {
        keeper.keep();
    }

    private void step(ZoneEvent event) {
        var reaction = watch.on(event, secondaries.clock().instant(), secondaries.random());
        watch = reaction.watch();
        wakeAt = watch.wakeAt();
        standing = ZoneStanding.of(watch);
        reaction.actions().forEach(this::act);
    }

    private void act(ZoneAction action) {
        switch (action) {
            case ZoneAction.AskSerial(var primary) ->
                    run(secondaries.checks(), () -> client.serial(primary));
            case ZoneAction.FetchWhole(var primary) ->
                    run(secondaries.transfers(), () -> client.whole(primary));
            case ZoneAction.FetchChanges(var primary, _) ->
                    run(secondaries.transfers(), () -> changes(primary));
            case ZoneAction.Publish(var zone, var lastSuccess, var primary) -> {
                secondaries.publish(zone);
                keeper.have(new KeptZone(zone, lastSuccess, primary));
            }
            case ZoneAction.Confirm(var lastSuccess, var primary) ->
                    keeper.confirm(lastSuccess, primary);
            case ZoneAction.Expire _ -> secondaries.expire(origin());
            case ZoneAction.Drop _ -> {
                keeper.forget();
                keeper.keep();
                secondaries.drop(origin());
            }
            case ZoneAction.Report(var event) -> report(event);
        }
    }

    private ZoneEvent changes(ServerAddress primary) {
        return secondaries
                .served(origin())
                .map(held -> client.changes(primary, held))
                .orElseGet(() -> client.whole(primary));
    }

    /// An errand that fails in a way nobody has foreseen, for want of memory maybe, must not be the zone's last.
    private void run(Semaphore turns, Errand errand) {
        secondaries.start(
                turns,
                () -> {
                    ZoneEvent event;
                    try {
                        event = errand.run();
                    } catch (RuntimeException | Error unforeseen) {
                        secondaries.unforeseen(origin(), unforeseen);
                        event =
                                new ZoneEvent.Failed(
                                        ZoneEvent.Kind.LOST, "a fault of our own: " + unforeseen);
                    }
                    deliver(event);
                });
    }

    private void report(SecondaryEvent event) {
        secondaries.report(event);
    }

    private interface Errand {
        ZoneEvent run();
    }

    private DomainName origin() {
        return zone.origin();
    }
}
