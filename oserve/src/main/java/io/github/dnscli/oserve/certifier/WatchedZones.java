package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.ZoneSource;
import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.secondary.StateFolder;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.NameServerBuilder;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.secondary.SecondarySettings;
import io.github.dnscli.server.secondary.SecondaryZone;
import io.github.dnscli.server.secondary.TimerRange;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The zones of a server, followed by a secondary of our own: it fetches what has changed as soon as the server tells,
/// and keeps what it has for the next start. What was kept counts once the server has nothing newer: nobody is to be sent a
/// bill for what stood in a zone last week.
final class WatchedZones implements ZoneSource, AutoCloseable {

    /// Beside the state of others that use the same folder.
    private static final String FOLDER = "watched";

    /// Shorter than servers keep a connection on which nothing is said.
    private static final Duration LINE_PING = Duration.ofSeconds(8);

    private static final Duration NOTIFY_PAUSE = Duration.ofMillis(20);

    private final NameServer server;
    private final Set<DomainName> confirmed;
    private final CountDownLatch over = new CountDownLatch(1);

    private WatchedZones(NameServer server, Set<DomainName> confirmed) {
        this.server = server;
        this.confirmed = confirmed;
    }

    /// {@return the zones, as soon as they are fetched}
    ///
    /// @param bell is rung when a zone has changed, come or gone
    /// @param more hear what the secondary tells
    /// @throws IOException if the folder cannot be used, or an address cannot be had
    static WatchedZones start(
            WatchOptions options,
            CertifierFolder folder,
            Log log,
            Runnable bell,
            ServerListener more)
            throws IOException {
        var kept =
                StateFolder.open(
                        folder.path().resolve(FOLDER),
                        complaint -> log.write(LogEvent.warning("kept-zone-unusable", complaint)));
        Set<DomainName> confirmed = ConcurrentHashMap.newKeySet();
        var wishes =
                wishes(options)
                        .secondaryStore(kept)
                        .listener(new WatchLog(log))
                        .listener(new Ear(confirmed, bell))
                        .listener(more);
        options.listen().forEach(at -> wishes.listen(at.address(), at.port()));
        var zones = new WatchedZones(wishes.start(), confirmed);
        if (options.zones().isEmpty()) {
            Thread.ofVirtual().start(() -> zones.complainOfSilence(options, log));
        }
        return zones;
    }

    /// A server that names its zones to nobody says nothing at all.
    private void complainOfSilence(WatchOptions options, Log log) {
        try {
            var patience = options.timeout().multipliedBy(2);
            boolean isOver = over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!isOver && server.standings().isEmpty()) {
                log.write(
                        LogEvent.warning("no-zones", NamedZones.nothing(options, Optional.empty()))
                                .with("server", options.server().display()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// {@return the wishes for a secondary of the zones}, which keeps nothing, tells nobody, and listens where nobody finds it
    static NameServerBuilder wishes(WatchOptions options) {
        var wishes = NameServer.builder().key(options.key()).secondarySettings(settings(options));
        if (options.zones().isEmpty()) {
            wishes.discover(options.server(), options.key());
        }
        for (var name : options.zones()) {
            wishes.grant(options.key().name(), KeyOperation.NOTIFY, name);
            var zone = SecondaryZone.of(name, options.server()).signedWith(options.key());
            wishes.secondary(options.listen().isEmpty() ? zone.fromBehindNat() : zone);
        }
        return wishes;
    }

    private static SecondarySettings settings(WatchOptions options) {
        var usual = SecondarySettings.DEFAULT;
        var timers =
                new TimerRange(
                        shorter(options.interval(), usual.refresh().shortest()),
                        options.interval());
        return usual.withTimers(timers, timers)
                .withFirstRetry(shorter(options.interval(), usual.firstRetry()))
                .withTimeout(options.timeout())
                .withPauses(NOTIFY_PAUSE, LINE_PING);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public Collection<Zone> zones() {
        return server.state().zones().values().stream()
                .filter(zone -> confirmed.contains(zone.origin()))
                .toList();
    }

    /// {@return the secondary}
    NameServer server() {
        return server;
    }

    @Override
    public void close() {
        over.countDown();
        server.close();
    }

    /// Rings when there is something new to see.
    private record Ear(Set<DomainName> confirmed, Runnable bell) implements ServerListener {
        @Override
        public void secondary(SecondaryEvent event) {
            switch (event) {
                case SecondaryEvent.Transferred _ -> {
                    confirmed.add(event.zone());
                    bell.run();
                }
                case SecondaryEvent.UpToDate _ -> {
                    if (confirmed.add(event.zone())) {
                        bell.run();
                    }
                }
                case SecondaryEvent.Expired _, SecondaryEvent.Dropped _ -> {
                    confirmed.remove(event.zone());
                    bell.run();
                }
                case SecondaryEvent.Flawed _,
                        SecondaryEvent.Unkept _,
                        SecondaryEvent.Disconnected _,
                        SecondaryEvent.Failed _,
                        SecondaryEvent.Discovered _ -> {
                    // The zones are as they were.
                }
            }
        }
    }
}
