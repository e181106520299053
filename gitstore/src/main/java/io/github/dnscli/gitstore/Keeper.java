package io.github.dnscli.gitstore;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.gitstore.Branch.Integrated;
import io.github.dnscli.gitstore.journal.Journal;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.reading.Removals;
import io.github.dnscli.gitstore.repository.Pushed;
import io.github.dnscli.gitstore.repository.RemoteTrouble;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.state.ServerState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Fetches, commits and pushes when it is time to, on a thread of its own.
final class Keeper implements Runnable {

    private static final Duration LONGEST_FETCH_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PUSH_PAUSE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TIDYINGS = Duration.ofMinutes(10);

    /// What is served, and the journal at the same moment.
    private record Snapshot(ServerState state, List<ZoneEdit> edits) {}

    private final GitStoreOptions options;
    private final Branch branch;
    private final Journal journal;
    private final Ledger ledger;
    private final Bell bell;
    private final NameServer server;
    private final Consumer<GitEvent> listener;
    private final InstantSource clock = InstantSource.system();
    private final Removals removals;
    private final Backoff fetching = new Backoff(LONGEST_FETCH_PAUSE);
    private final Backoff pushing = new Backoff(LONGEST_PUSH_PAUSE);
    private final Backoff recovering = new Backoff(LONGEST_PUSH_PAUSE);

    private Instant nextPoll;
    private Instant nextTidying;
    private boolean wantsFetch;
    private boolean wantsReading;
    private boolean wantsIntegration;
    private boolean wantsCommit = true;

    Keeper(
            GitStoreOptions options,
            Branch branch,
            Journal journal,
            Ledger ledger,
            Bell bell,
            NameServer server,
            Consumer<GitEvent> listener) {
        this.options = options;
        this.branch = branch;
        this.journal = journal;
        this.ledger = ledger;
        this.bell = bell;
        this.server = server;
        this.listener = listener;
        this.removals = new Removals(options.removalDelay(), clock);
        this.nextPoll = nextPoll();
        this.nextTidying = clock.instant();
    }

    @Override
    public void run() {
        try {
            while (!bell.isStopping()) {
                turn();
                rest();
            }
            turn();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        try {
            work();
            recovering.succeeded();
        } catch (IOException e) {
            recovering.failed(clock.instant(), Optional.empty());
            listener.accept(new GitEvent.DiskTrouble(IoTrouble.describe(e)));
        } catch (RuntimeException e) {
            recovering.failed(clock.instant(), Optional.empty());
            listener.accept(new GitEvent.Unforeseen(e));
        }
    }

    private void work() throws IOException {
        listen();
        if (wantsFetch && fetching.isOver(clock.instant())) {
            fetch();
        }
        readAgain();
        push();
        commit();
        push();
        tidy();
    }

    /// Whoever says that there is news has reason to; a poll has none.
    private void listen() {
        var now = clock.instant();
        if (bell.takeFetch()) {
            wantsFetch = true;
            wantsReading = true;
            fetching.hasten();
            pushing.hasten();
        }
        if (!now.isBefore(nextPoll)) {
            wantsFetch = true;
            nextPoll = nextPoll();
        }
        wantsReading |= removals.next().filter(due -> !now.isBefore(due)).isPresent();
        wantsCommit |= bell.takeBurst();
    }

    private Instant nextPoll() {
        return options.poll().isZero() ? Instant.MAX : clock.instant().plus(options.poll());
    }

    private void fetch() throws IOException {
        try {
            wantsIntegration |= branch.fetch();
            wantsFetch = false;
            if (wantsIntegration || fetching.isFailing()) {
                pushing.lift();
            }
            fetching.succeeded();
            ledger.fetched(Optional.empty());
        } catch (RemoteTrouble e) {
            var next = fetching.failed(clock.instant(), e.pause());
            ledger.fetched(Optional.of(IoTrouble.describe(e)));
            listener.accept(new GitEvent.FetchFailed(IoTrouble.describe(e), Optional.of(next)));
        }
    }

    private void readAgain() throws IOException {
        if (wantsIntegration) {
            publish(branch.integrate(snapshot().state().zones()));
        } else if (wantsReading) {
            publish(branch.reread());
        }
        wantsIntegration = false;
        wantsReading = false;
    }

    private void publish(Integrated integrated) throws IOException {
        var published = new AtomicReference<Publication>();
        try {
            server.change(
                    before -> {
                        var next = publication(before, integrated);
                        published.set(next);
                        return next.state();
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        var publication = published.get();
        branch.remember(publication.state().zones());
        // First, so that whoever is told may ask how it stands.
        ledger.read(integrated.reading());
        tell(publication);
        journal.remove(publication.done());
        branch.forgetIdle();
        note();
        wantsCommit = true;
    }

    private Publication publication(ServerState before, Integrated integrated) {
        var spared = removals.spared(before, integrated.reading());
        var next =
                Publication.of(
                        before, integrated, journal.edits(), spared, options.raisesSerials());
        try {
            branch.announce(next.state().zones());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next;
    }

    private void tell(Publication publication) {
        publication.events().forEach(event -> listener.accept(new GitEvent.Read(event)));
        ledger.conflicts(publication.conflicts())
                .forEach(conflict -> listener.accept(new GitEvent.Contradicted(conflict)));
    }

    /// Tells at the commit itself what is wrong with it.
    private void note() throws IOException {
        if (options.notes()) {
            try {
                branch.note(ledger.faulty());
            } catch (RemoteTrouble e) {
                var problem = "the note was not taken: " + IoTrouble.describe(e);
                listener.accept(new GitEvent.PushFailed(problem, clock.instant()));
            }
        }
    }

    private Snapshot snapshot() {
        var taken = new AtomicReference<Snapshot>();
        server.change(
                state -> {
                    taken.set(new Snapshot(state, journal.edits()));
                    return state;
                });
        return taken.get();
    }

    private void commit() throws IOException {
        if (wantsCommit) {
            var snapshot = snapshot();
            branch.commit(snapshot.state().zones(), snapshot.edits());
            branch.remember(snapshot.state().zones());
            branch.forgetIdle();
            wantsCommit = false;
        }
    }

    private boolean isPushDue() {
        return options.pushes() && branch.ahead() > 0 && pushing.isOver(clock.instant());
    }

    /// Whenever the remote has moved, what is there comes first. What has been made again on top of that is pushed at once,
    /// before anything else is committed: the longer one waits, the surer somebody is faster.
    private void push() throws IOException {
        while (isPushDue()) {
            try {
                took(branch.push());
            } catch (RemoteTrouble e) {
                pushFailed(IoTrouble.describe(e), e.pause());
            }
        }
    }

    private void took(Pushed pushed) throws IOException {
        switch (pushed) {
            case Pushed.Landed _ -> {
                pushing.succeeded();
                ledger.pushed(Optional.empty());
            }
            case Pushed.Overtaken _ -> {
                pushing.failed(clock.instant(), Optional.empty());
                wantsFetch = true;
                fetch();
                readAgain();
            }
            case Pushed.Rejected(var reason) -> pushFailed(reason, Optional.empty());
        }
    }

    private void pushFailed(String problem, Optional<Duration> pause) {
        var next = pushing.failed(clock.instant(), pause);
        ledger.pushed(Optional.of(problem));
        listener.accept(new GitEvent.PushFailed(problem, next));
    }

    private void tidy() throws IOException {
        var now = clock.instant();
        if (!now.isBefore(nextTidying) && !bell.isStopping()) {
            nextTidying = now.plus(BETWEEN_TIDYINGS);
            branch.tidy();
        }
    }

    private void rest() throws InterruptedException {
        var now = clock.instant();
        if (recovering.isOver(now)) {
            bell.await(Duration.between(now, nextWork(now)));
        } else {
            bell.pause(Duration.between(now, recovering.end()));
        }
    }

    /// {@return when there will be something to do, unless the bell rings before}
    private Instant nextWork(Instant now) {
        var due = Stream.<Instant>builder();
        due.add(now.plus(BETWEEN_TIDYINGS)).add(nextPoll).add(nextTidying);
        removals.next().ifPresent(due::add);
        if (wantsFetch) {
            due.add(fetching.end());
        }
        if (branch.ahead() > 0 && options.pushes()) {
            due.add(pushing.end());
        }
        return due.build().min(Comparator.naturalOrder()).orElseThrow();
    }
}
