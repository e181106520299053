package io.github.dnscli.gitstore;

import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.journal.Journal;
import io.github.dnscli.gitstore.repository.RemoteTrouble;
import io.github.dnscli.gitstore.repository.ZoneRepository;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.ZonePast;
import io.github.dnscli.server.ZoneStore;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Keeps the zones of a name server in a git repository.
///
/// ```java
/// var store = GitStore.open(options, listener);
/// var builder = NameServer.builder().store(store).past(store);
/// store.load().zones().values().forEach(builder::zone);
/// var server = builder.start();
/// store.start(server);
/// ```
public final class GitStore implements ZoneStore, ZonePast, AutoCloseable {

    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration LONGEST_BURST = Duration.ofSeconds(1);
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(10);

    private final GitStoreOptions options;
    private final Consumer<GitEvent> listener;
    private final Journal journal;
    private final ZoneRepository repository;
    private final Branch branch;
    private final Ledger ledger = new Ledger();
    private final Bell bell = new Bell(QUIET, LONGEST_BURST);
    private Optional<Thread> keeper = Optional.empty();

    private GitStore(
            GitStoreOptions options,
            Consumer<GitEvent> listener,
            Journal journal,
            ZoneRepository repository)
            throws IOException {
        this.options = options;
        this.listener = listener;
        this.journal = journal;
        this.repository = repository;
        this.branch =
                new Branch(
                        options,
                        repository,
                        journal,
                        ServedVersions.open(options.state().resolve("served")),
                        listener);
    }

    /// {@return a store, its repository fetched; if the remote cannot be reached, but was before, as it was then}
    ///
    /// @param listener is told what happens, on threads of the store and of the server; must not block
    /// @throws IOException if there is nothing to begin with, or the local disk makes trouble
    public static GitStore open(GitStoreOptions options, Consumer<GitEvent> listener)
            throws IOException {
        var journal = Journal.open(options.state().resolve("journal"));
        try {
            return fetched(options, listener, journal);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static GitStore fetched(
            GitStoreOptions options, Consumer<GitEvent> listener, Journal journal)
            throws IOException {
        var folder = options.state().resolve("zones.git");
        var repository =
                ZoneRepository.open(folder, options.remote(), options.access(), options.commits());
        try {
            var store = new GitStore(options, listener, journal, repository);
            store.fetch();
            return store;
        } catch (IOException | RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    private void fetch() throws IOException {
        try {
            branch.fetch();
            ledger.fetched(Optional.empty());
        } catch (RemoteTrouble e) {
            if (repository.remoteHead().isEmpty()) {
                throw e;
            }
            ledger.fetched(Optional.of(IoTrouble.describe(e)));
            listener.accept(new GitEvent.FetchFailed(IoTrouble.describe(e), Optional.empty()));
            bell.fetch();
        }
    }

    /// {@return zones and keys to begin with, acknowledged changes included; of a zone whose file is faulty the last good
    /// version}
    public ServerState load() throws IOException {
        var integrated = branch.integrate(branch.heldBack());
        var publication =
                Publication.of(
                        branch.lastGood(integrated),
                        integrated,
                        journal.edits(),
                        Map.of(),
                        options.raisesSerials());
        ledger.read(integrated.reading());
        publication.events().forEach(event -> listener.accept(new GitEvent.Read(event)));
        ledger.conflicts(publication.conflicts())
                .forEach(conflict -> listener.accept(new GitEvent.Contradicted(conflict)));
        branch.forgetIdle();
        branch.announce(publication.state().zones());
        branch.remember(publication.state().zones());
        return publication.state();
    }

    /// Begins to fetch, commit and push.
    ///
    /// @param server serves what was loaded
    public void start(NameServer server) {
        var work = new Keeper(options, branch, journal, ledger, bell, server, listener);
        keeper = Optional.of(Thread.ofPlatform().daemon().name("git").start(work));
    }

    /// Fetches soon, and reads key files again. Calls that come while one waits are served by that one. Returns at once.
    public void fetchSoon() {
        bell.fetch();
    }

    /// {@return how things stand}
    public GitStatus status() {
        return ledger.status(
                options.remote().repository(), repository.branch(), branch, journal.edits().size());
    }

    @Override
    public void save(ZoneChange change) throws IOException {
        var origin = change.after().origin();
        var place = branch.places().get(origin);
        if (place == null) {
            throw new IOException("the file of the zone is gone");
        }
        var obstacle = branch.obstacle(place, change);
        if (obstacle.isPresent()) {
            throw new IOException(obstacle.get());
        }
        judge(change);
        journal.append(change, Instant.now());
        bell.edited();
    }

    private static void judge(ZoneChange change) throws IOException {
        var faults = ZoneChecks.faults(change.after(), Scope.after(change.diff()));
        if (!faults.isEmpty()) {
            throw new IOException(
                    "the zone could not be read again with the update: "
                            + faults.getFirst().message());
        }
    }

    @Override
    public Optional<Zone> version(DomainName origin, Serial serial) throws IOException {
        return branch.version(origin, serial);
    }

    /// Stops; what was acknowledged is committed first if that is quick, and else at the next start.
    @Override
    public void close() {
        bell.stop();
        keeper.ifPresent(GitStore::end);
        repository.close();
        try {
            journal.close();
        } catch (IOException e) {
            listener.accept(new GitEvent.DiskTrouble(IoTrouble.describe(e)));
        }
    }

    private static void end(Thread thread) {
        try {
            if (!thread.join(TIME_TO_CLOSE)) {
                thread.interrupt();
                thread.join(TIME_TO_CLOSE);
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
