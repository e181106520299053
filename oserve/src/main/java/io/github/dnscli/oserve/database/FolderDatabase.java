package io.github.dnscli.oserve.database;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.reading.Reading;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.gitstore.reading.Reload;
import io.github.dnscli.gitstore.reading.Removals;
import io.github.dnscli.gitstore.reading.TreeFile;
import io.github.dnscli.oserve.folder.FolderStore;
import io.github.dnscli.oserve.folder.ZoneFolder;
import io.github.dnscli.oserve.keys.KeySources;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.ZonePast;
import io.github.dnscli.server.ZoneStore;
import io.github.dnscli.server.state.ServerState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Zones in the files of a folder.
///
/// The folder is touched only in the server's writer's turn, by updates and when it is read again, so that neither loses
/// what the other did. Keys from elsewhere are fetched before the turn, as that may take a while.
final class FolderDatabase implements Database {

    private final ZoneFolder folder;
    private final KeySources keys;
    private final DatabaseListener listener;
    private final Removals removals;
    private final CompletableFuture<NameServer> server = new CompletableFuture<>();
    private final ScheduledExecutorService reader =
            new ScheduledThreadPoolExecutor(
                    1,
                    Thread.ofPlatform().name("zone-reader").daemon().factory(),
                    new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicBoolean isRefreshWanted = new AtomicBoolean();
    private volatile Map<DomainName, List<String>> faulty = Map.of();

    FolderDatabase(Path zones, Duration removalDelay, KeySources keys, DatabaseListener listener) {
        this.folder = new ZoneFolder(zones, keys::rights);
        this.keys = keys;
        this.listener = listener;
        this.removals = new Removals(removalDelay, InstantSource.system());
    }

    /// A folder without zones is the wrong folder.
    @Override
    public Loaded load() throws IOException {
        var reading = folder.read(keys.files());
        var loaded = Reload.of(ServerState.EMPTY, reading);
        tell(loaded.events());
        var obstacle = Optional.of(nothing(reading)).filter(_ -> loaded.state().zones().isEmpty());
        return new Loaded(loaded.state(), obstacle);
    }

    private String nothing(Reading reading) {
        return reading.zones().isEmpty()
                ? "there is no zone file in '" + folder.directory() + "'"
                : "no zone in '" + folder.directory() + "' can be served";
    }

    @Override
    public ZoneStore store() {
        return new FolderStore(folder, listener::happened);
    }

    @Override
    public ZonePast past() {
        return ZonePast.NONE;
    }

    @Override
    public void start(NameServer serving) {
        server.complete(serving);
    }

    /// Reads the folder again. Calls that come while one waits for its turn are served by that one.
    @Override
    public void refresh() {
        if (isRefreshWanted.compareAndSet(false, true)) {
            reader.execute(this::readAgain);
        }
    }

    private void readAgain() {
        isRefreshWanted.set(false);
        var more = keys.files();
        var events = new ArrayList<ReadingEvent>();
        server.join().change(before -> refreshed(before, more, events));
        tell(events);
    }

    private ServerState refreshed(
            ServerState before, List<? extends TreeFile> more, List<ReadingEvent> events) {
        try {
            var reading = folder.read(more);
            var reloaded = Reload.of(before, reading, removals.spared(before, reading));
            removals.next().ifPresent(this::refreshAt);
            events.addAll(reloaded.events());
            return reloaded.state();
        } catch (IOException e) {
            listener.unreadable(e);
            return before;
        }
    }

    private void refreshAt(Instant time) {
        var pause = Duration.between(Instant.now(), time);
        if (pause.isPositive()) {
            var _ = reader.schedule(this::refresh, pause.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    private void tell(List<ReadingEvent> events) {
        faulty = faulty(events);
        events.forEach(listener::happened);
    }

    private static Map<DomainName, List<String>> faulty(List<ReadingEvent> events) {
        var all = new HashMap<DomainName, List<String>>();
        for (var event : events) {
            if (event instanceof ReadingEvent.Broken broken) {
                all.put(broken.origin(), broken.errors());
            }
        }
        return all;
    }

    @Override
    public DatabaseStatus status() {
        return new DatabaseStatus(faulty, Optional.empty());
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
