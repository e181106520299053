package io.github.dnscli.server.secondary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.state.ServerState;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Fetches the zones that come from elsewhere, keeps them fresh, and gives up what has expired. Each zone has its
/// [ZoneRunner]; a thread looks at the clock for all of them.
public final class Secondaries implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Secondaries.class.getName());

    /// The clock may jump, so that it is looked at again even when nothing seems due.
    private static final Duration LONGEST_LOOK = Duration.ofMillis(500);

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(10);

    private final SecondaryPlan plan;
    private final Host host;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ConcurrentMap<DomainName, ZoneRunner> runners = new ConcurrentHashMap<>();
    private final List<StandingLine> lines = new ArrayList<>();
    private final Semaphore transfers;
    private final Semaphore checks;
    private final Semaphore discoveries;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicBoolean full = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Does nothing yet: see [#restore] and [#start].
    ///
    /// @param random makes message ids, which must be hard to guess, and spreads the times of requests
    public Secondaries(SecondaryPlan plan, Host host, InstantSource clock, RandomGenerator random) {
        this.plan = plan;
        this.host = host;
        this.clock = clock;
        this.random = random;
        this.transfers = new Semaphore(plan.settings().transfersAtOnce(), true);
        this.checks = new Semaphore(plan.settings().checksAtOnce(), true);
        this.discoveries = new Semaphore(plan.settings().mostDiscovered());
    }

    /// Makes the zones known to the server; those that the store has kept, and that have not expired, are served from now
    /// on.
    ///
    /// @throws IOException if the store cannot be read
    public void restore() throws IOException {
        var kept = kept();
        for (var zone : plan.zones()) {
            add(zone, Optional.ofNullable(kept.remove(zone.origin())));
        }
        kept.values().forEach(this::rediscover);
    }

    private Map<DomainName, KeptZone> kept() throws IOException {
        var now = clock.instant();
        var kept = new HashMap<DomainName, KeptZone>();
        for (var version : plan.store().load()) {
            // A clock that was wrong must not keep a zone alive for longer.
            var success = version.lastSuccess().isAfter(now) ? now : version.lastSuccess();
            var soa = version.zone().soa();
            var expiry = success.plus(new Timetable(plan.settings(), soa).expire());
            if (soa.isPresent() && expiry.isAfter(now)) {
                kept.put(
                        version.zone().origin(),
                        new KeptZone(version.zone(), success, version.primary()));
            }
        }
        return kept;
    }

    private void rediscover(KeptZone version) {
        var origin = version.zone().origin();
        plan.discoveries().stream()
                .filter(discovery -> discovery.primary().equals(version.primary()))
                .filter(discovery -> origin.isAtOrBelow(discovery.top()))
                .findFirst()
                .ifPresent(
                        discovery -> addDiscovered(discovery.zone(origin), Optional.of(version)));
    }

    /// {@return whether it was not there, and there was room for it}
    private boolean addDiscovered(SecondaryZone zone, Optional<KeptZone> kept) {
        if (!discoveries.tryAcquire()) {
            complainOnce(zone);
            return false;
        }
        boolean isNew = add(zone, kept);
        if (!isNew) {
            discoveries.release();
        }
        return isNew;
    }

    private void complainOnce(SecondaryZone zone) {
        if (full.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "zone ''{0}'' and others that primaries name are not taken: there are {1} such zones already",
                    zone.origin().display(),
                    plan.settings().mostDiscovered());
        }
    }

    /// {@return whether it was not there}
    private boolean add(SecondaryZone zone, Optional<KeptZone> kept) {
        var runner = new ZoneRunner(this, zone, kept, clock.instant());
        boolean isNew = runners.putIfAbsent(zone.origin(), runner) == null;
        if (isNew) {
            host.change(
                    state -> {
                        var known = state.withSecondary(zone.origin(), zone.addresses());
                        return kept.map(version -> known.with(version.zone())).orElse(known);
                    });
        }
        return isNew;
    }

    /// Begins to ask.
    public void start() {
        lines.addAll(standingLines());
        if (!runners.isEmpty() || !lines.isEmpty()) {
            lines.forEach(threads::execute);
            threads.execute(this::watchClock);
        }
    }

    /// One for each primary and key, whatever the number of zones.
    private List<StandingLine> standingLines() {
        var zones = new LinkedHashMap<Discovery, Set<DomainName>>();
        for (var discovery : plan.discoveries()) {
            zones.computeIfAbsent(discovery, _ -> new LinkedHashSet<>()).add(discovery.top());
        }
        for (var zone : plan.zones()) {
            for (var primary : zone.hidden() ? zone.primaries() : List.<ServerAddress>of()) {
                var line = new Discovery(primary, zone.key().orElseThrow());
                zones.computeIfAbsent(line, _ -> new LinkedHashSet<>()).add(zone.origin());
            }
        }
        return zones.entrySet().stream()
                .map(line -> new StandingLine(this, line.getKey(), line.getValue()))
                .toList();
    }

    private void watchClock() {
        try {
            while (!isClosed()) {
                look();
                boolean _ = wake.tryAcquire(untilNextLook().toMillis(), TimeUnit.MILLISECONDS);
                // However often it is woken.
                Thread.sleep(SHORTEST_LOOK);
                wake.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Does what is due.
    private void look() {
        var now = clock.instant();
        for (var runner : runners.values()) {
            try {
                runner.tick(now);
            } catch (RuntimeException fault) {
                unforeseen(runner.zone().origin(), fault);
            }
        }
    }

    private Duration untilNextLook() {
        var now = clock.instant();
        return runners.values().stream()
                .flatMap(runner -> runner.wakeAt().stream())
                .min(Instant::compareTo)
                .map(next -> new TimerRange(SHORTEST_LOOK, LONGEST_LOOK).clamp(between(now, next)))
                .orElse(LONGEST_LOOK);
    }

    private static Duration between(Instant now, Instant next) {
        return next.isBefore(now) ? Duration.ZERO : Duration.between(now, next);
    }

    /// Takes the news that a zone has changed from somebody who may say so (see the reception of NOTIFY messages).
    /// Returns at once. A zone that is not known is added if the key is one by which zones are discovered.
    ///
    /// @param from the sender's address
    /// @param key the name of the key that signed, if one did
    /// @param serial the zone's new serial, if the sender says so
    public void notified(
            DomainName zone, InetAddress from, Optional<DomainName> key, Optional<Serial> serial) {
        var runner = runners.get(zone);
        if (runner != null) {
            runner.notified(new ZoneEvent.Notified(serial, from));
            wake();
        } else if (host.state().zone(zone).isEmpty()) {
            plan.discoveries().stream()
                    .filter(discovery -> key.filter(discovery.key().name()::equals).isPresent())
                    .filter(discovery -> zone.isAtOrBelow(discovery.top()))
                    .findFirst()
                    .ifPresent(discovery -> discover(zone, discovery));
        }
    }

    /// Not on the thread that brings the news: the writer may be at work.
    private void discover(DomainName zone, Discovery discovery) {
        run(
                () -> {
                    if (addDiscovered(discovery.zone(zone), Optional.empty())) {
                        report(new SecondaryEvent.Discovered(zone, discovery.primary()));
                        wake();
                    }
                });
    }

    /// Does something once it is its turn, on a thread of its own.
    void start(Semaphore turns, Runnable errand) {
        run(
                () -> {
                    try {
                        turns.acquire();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                    try {
                        errand.run();
                    } finally {
                        turns.release();
                    }
                });
    }

    private void run(Runnable errand) {
        try {
            threads.execute(errand);
        } catch (RejectedExecutionException _) {
            // The server is closing.
        }
    }

    void publish(Zone zone) {
        change(
                zone.origin(),
                state -> state.secondaries().containsKey(zone.origin()) ? state.with(zone) : state);
    }

    void expire(DomainName origin) {
        change(origin, state -> state.without(origin));
    }

    void drop(DomainName origin) {
        if (runners.remove(origin) != null) {
            discoveries.release();
        }
        change(origin, state -> state.withoutSecondary(origin));
    }

    private void change(DomainName origin, UnaryOperator<ServerState> change) {
        try {
            host.change(change);
        } catch (RuntimeException unforeseen) {
            unforeseen(origin, unforeseen);
        }
    }

    void unforeseen(DomainName origin, Throwable fault) {
        LOG.log(
                System.Logger.Level.ERROR,
                "zone '" + origin.display() + "': a fault of our own",
                fault);
    }

    void report(SecondaryEvent event) {
        try {
            if (!host.tell(event)) {
                SecondaryLog.write(event);
            }
        } catch (RuntimeException fault) {
            unforeseen(event.zone(), fault);
        }
    }

    /// {@return how the zones that come from elsewhere stand, in the order of their names}
    public List<ZoneStanding> standings() {
        return runners.values().stream()
                .map(ZoneRunner::standing)
                .sorted(Comparator.comparing(ZoneStanding::zone))
                .toList();
    }

    Optional<Zone> served(DomainName origin) {
        return host.state().zone(origin);
    }

    boolean isClosed() {
        return threads.isShutdown();
    }

    void wake() {
        wake.release();
    }

    Host host() {
        return host;
    }

    SecondarySettings settings() {
        return plan.settings();
    }

    SecondaryStore store() {
        return plan.store();
    }

    InstantSource clock() {
        return clock;
    }

    RandomGenerator random() {
        return random;
    }

    Semaphore transfers() {
        return transfers;
    }

    Semaphore checks() {
        return checks;
    }

    /// Stops asking. What is being fetched is given up, what has come is kept.
    @Override
    public void close() {
        lines.forEach(StandingLine::close);
        threads.shutdownNow();
        runners.values().forEach(ZoneRunner::keep);
    }
}
