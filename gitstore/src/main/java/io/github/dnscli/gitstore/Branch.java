package io.github.dnscli.gitstore;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.common.text.SetChange;
import io.github.dnscli.common.text.ZoneEditor;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.gitstore.journal.Journal;
import io.github.dnscli.gitstore.merge.Conflict;
import io.github.dnscli.gitstore.merge.Replay;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.reading.Reading;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.gitstore.reading.TreeFile;
import io.github.dnscli.gitstore.reading.ZoneFiles;
import io.github.dnscli.gitstore.reading.ZoneReading;
import io.github.dnscli.gitstore.repository.NewCommit;
import io.github.dnscli.gitstore.repository.Pushed;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.gitstore.repository.ZoneRepository;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The branch with the commits made on it: what the remote has, and on top of that the journalled changes. Used by one
/// thread at a time, but for [#places()], [#head()] and [#ahead()].
final class Branch {

    /// What the files of the remote's last commit say, with the journalled changes made.
    ///
    /// @param reading the files
    /// @param conflicts changes that cannot be made
    /// @param last the number of the last change that was looked at
    record Integrated(Reading reading, List<Conflict> conflicts, long last) {}

    private final GitStoreOptions options;
    private final ZoneRepository repository;
    private final Journal journal;
    private final Consumer<GitEvent> listener;
    private final ZoneFiles files;
    private final LostEdits lost;
    private final ServedVersions versions;
    private final Settled settled;

    /// The numbers of the edits that are in commits which the remote does not have.
    private final Set<Long> committed = new HashSet<>();

    /// The numbers of those that change nothing.
    private final Set<Long> idle = new HashSet<>();

    private Map<DomainName, Zone> atHead = new HashMap<>();
    private long seen;

    /// The zones as they were when their versions were remembered last.
    private final Map<DomainName, Zone> remembered = new HashMap<>();

    private List<? extends TreeFile> moreKeys = List.of();
    private volatile Map<DomainName, ZonePlace> places = Map.of();
    private volatile Optional<Revision> base = Optional.empty();
    private volatile Optional<Revision> head = Optional.empty();
    private volatile int ahead;
    private Optional<Revision> noted = Optional.empty();

    Branch(
            GitStoreOptions options,
            ZoneRepository repository,
            Journal journal,
            ServedVersions versions,
            Consumer<GitEvent> listener) {
        this.options = options;
        this.repository = repository;
        this.journal = journal;
        this.versions = versions;
        this.listener = listener;
        this.files = new ZoneFiles(options.rights());
        this.settled = new Settled(options.state().resolve("settled"), repository);
        this.lost = new LostEdits(repository, journal.id());
    }

    /// {@return where the zones stand, for any thread}
    Map<DomainName, ZonePlace> places() {
        return places;
    }

    /// {@return why a change cannot be made in the text of its zone; for any thread}
    ///
    /// @param place where the text stands
    Optional<String> obstacle(ZonePlace place, ZoneChange change) throws IOException {
        var known = place.obstacle(change.diff().removed());
        if (known.isPresent() || place.elsewhere().isEmpty()) {
            return known;
        }
        var file = new GitTree(repository, head.orElseThrow()).file(place.file());
        return file.isEmpty()
                ? Optional.empty()
                : ZoneEditor.obstacle(
                        ZoneFiles.parse(file.get(), change.after().origin()),
                        SetChange.all(change.diff()));
    }

    /// {@return the last commit, made here or not}
    Optional<Revision> head() {
        return head;
    }

    /// {@return the commit of the remote on which all else stands}
    Optional<Revision> base() {
        return base;
    }

    /// {@return how many commits the remote does not have}
    int ahead() {
        return ahead;
    }

    /// Asks the remote for its branch.
    ///
    /// @return whether there is something to be integrated
    boolean fetch() throws IOException {
        var fetched = repository.fetch();
        if (fetched.isMoved()) {
            listener.accept(new GitEvent.Fetched(fetched.before(), fetched.after()));
        }
        return !base.equals(Optional.of(fetched.after()));
    }

    /// Reads what the remote had last, and makes all journalled changes on top of it.
    ///
    /// @param served what is served, and what secondaries may have
    Integrated integrate(Map<DomainName, Zone> served) throws IOException {
        var remote = fetched();
        boolean isMoved = !settled.last().equals(Optional.of(remote));
        settle(remote);
        var reading = read(remote);
        var edits = journal.edits();
        boolean isFirst = base.isEmpty();
        var integration =
                Integration.of(
                        reading,
                        edits,
                        served,
                        isFirst ? floors(edits, isMoved) : Map.of(),
                        origin -> options.raisesSerials() || isFirst && served.containsKey(origin));
        boolean again = !isFirst && !base.equals(Optional.of(remote));
        places = ZonePlace.of(reading, places);
        base = Optional.of(remote);
        head = base;
        ahead = 0;
        committed.clear();
        seen = edits.stream().mapToLong(ZoneEdit::number).max().orElse(0);
        atHead = new HashMap<>(integration.starts());
        commit(integration.zones(), edits);
        raise(integration.zones());
        if (again && !committed.isEmpty()) {
            listener.accept(new GitEvent.Rebased(remote, committed.size()));
        }
        return new Integrated(integration.applied(reading), integration.conflicts(), seen);
    }

    /// {@return a state with the last good versions of zones whose files are faulty now, journalled changes made}
    ServerState lastGood(Integrated integrated) throws IOException {
        var state = ServerState.EMPTY;
        var edits = journal.edits().stream().collect(Collectors.groupingBy(ZoneEdit::zone));
        for (var found : integrated.reading().zones()) {
            if (!(found instanceof ZoneReading.Good)) {
                var zone =
                        History.of(repository)
                                .lastGood(
                                        base.orElseThrow(),
                                        found.file().toString(),
                                        found.origin());
                if (zone.isPresent()) {
                    var own = edits.getOrDefault(found.origin(), List.of());
                    state = state.with(Replay.of(zone.get(), own).zone());
                }
            }
        }
        return state;
    }

    /// Reads again what is there, for keys that may be new; commits stay as they are.
    Integrated reread() throws IOException {
        var reading = read(base.orElseThrow());
        var known = new Integration(Map.of(), atHead, List.of());
        return new Integrated(known.applied(reading), List.of(), seen);
    }

    /// {@return the serials under which zones with waiting changes were served before the start}: nothing else may be, neither
    /// what the remote has brought meanwhile nor the same changes in another order
    private Map<DomainName, Serial> floors(List<ZoneEdit> edits, boolean isMoved) {
        var floors = new HashMap<DomainName, Serial>();
        for (var edit : edits) {
            versions.last(edit.zone())
                    .ifPresent(last -> floors.merge(edit.zone(), last, Branch::newer));
            if (isMoved) {
                floors.merge(edit.zone(), edit.after(), Branch::newer);
            }
        }
        return floors;
    }

    private static Serial newer(Serial one, Serial other) {
        return other.isNewerThan(one) ? other : one;
    }

    private Revision fetched() throws IOException {
        return repository
                .remoteHead()
                .orElseThrow(() -> new IOException("nothing was fetched yet"));
    }

    /// {@return the zones in commits that were made before the start, and that the remote does not have}: secondaries may
    /// have seen their serials
    Map<DomainName, Zone> heldBack() throws IOException {
        var zones = new HashMap<DomainName, Zone>();
        var old = repository.head();
        var remote = fetched();
        if (old.isPresent() && !repository.between(Optional.of(remote), old.get()).isEmpty()) {
            var held = new GitTree(repository, old.get());
            for (var file : held.unlike(new GitTree(repository, remote))) {
                if (FileRole.of(file.name()) instanceof FileRole.ZoneText(var origin)) {
                    History.zone(file, origin).ifPresent(zone -> zones.put(origin, zone));
                }
            }
        }
        return zones;
    }

    private Reading read(Revision revision) throws IOException {
        return files.read(new GitTree(repository, revision), moreKeys());
    }

    /// Zones are not held up by keys that cannot be had: those known stay known.
    private List<? extends TreeFile> moreKeys() throws IOException {
        try {
            moreKeys = options.moreKeys().files();
        } catch (IOException e) {
            if (base.isEmpty()) {
                throw e;
            }
            var trouble = new ReadingEvent.KeysUnreadable(IoTrouble.describe(e));
            listener.accept(new GitEvent.Read(trouble));
        }
        return moreKeys;
    }

    /// Forgets the changes that the remote has by now, and remembers those that it has no longer.
    private void settle(Revision remote) throws IOException {
        var landed = new HashSet<>(lost.numbers(settled.last(), remote));
        // A state folder from a backup does not know which numbers it gave out afterwards.
        journal.passOver(landed.stream().mapToLong(Long::longValue).max().orElse(0));
        var waiting = journal.edits().stream().map(ZoneEdit::number).collect(Collectors.toSet());
        landed.retainAll(waiting);
        journal.remove(landed);
        var old = repository.head();
        if (old.isPresent()) {
            var edits = lost.between(old.get(), remote, waiting);
            if (!edits.isEmpty()) {
                journal.putBack(edits);
                listener.accept(new GitEvent.Rewritten(edits.size()));
            }
        }
        settled.at(remote);
    }

    /// Commits changes that are not committed yet.
    ///
    /// @param served the zones as they are served with all these changes
    /// @param edits changes; those that are committed, or whose zones are not good, are left alone
    void commit(Map<DomainName, Zone> served, List<ZoneEdit> edits) throws IOException {
        var fresh =
                edits.stream()
                        .filter(edit -> !committed.contains(edit.number()))
                        .filter(edit -> atHead.containsKey(edit.zone()))
                        .filter(edit -> served.containsKey(edit.zone()))
                        .toList();
        var from = head.orElseThrow();
        var names = new HashMap<DomainName, String>();
        places.forEach((origin, place) -> names.put(origin, place.file()));
        var zones = new CommitChain.Zones(atHead, served, names);
        var made = CommitChain.make(repository, journal.id(), listener, from, zones, fresh);
        var next = new HashMap<>(atHead);
        for (var edit : fresh) {
            next.put(edit.zone(), known(served, edit.zone()));
            committed.add(edit.number());
        }
        committed.removeAll(made.idle());
        atHead = next;
        seen = edits.stream().mapToLong(ZoneEdit::number).max().orElse(seen);
        moveTo(made.head());
        idle.addAll(made.idle());
    }

    /// Forgets the changes that came to nothing, once it has been told why.
    void forgetIdle() throws IOException {
        journal.remove(Set.copyOf(idle));
        idle.clear();
    }

    private static <T> T known(Map<DomainName, T> map, DomainName origin) {
        return Optional.ofNullable(map.get(origin)).orElseThrow();
    }

    /// Remembers which commit has what is served; zones that are served otherwise than the last commit has them are passed
    /// over.
    @SuppressWarnings(
            "ReferenceEquality") // comparing large zones that nobody has touched takes time
    void remember(Map<DomainName, Zone> served) throws IOException {
        for (var zone : atHead.values()) {
            var is = Optional.ofNullable(served.get(zone.origin()));
            if (remembered.get(zone.origin()) != zone && is.filter(zone::equals).isPresent()) {
                remember(zone);
                remembered.put(zone.origin(), zone);
            }
        }
    }

    /// Remembers the serials that zones with waiting changes are about to be served under.
    ///
    /// @throws IOException if that cannot be written down; then they must not be served
    void announce(Map<DomainName, Zone> zones) throws IOException {
        for (var edit : journal.edits()) {
            var zone = zones.get(edit.zone());
            if (zone != null) {
                versions.uncommitted(edit.zone(), zone.serial().orElseThrow());
            }
        }
    }

    private void remember(Zone zone) throws IOException {
        var origin = zone.origin();
        var serial = zone.serial().orElseThrow();
        if (!versions.knows(origin, serial)) {
            versions.served(origin, serial, head.orElseThrow());
        } else if (!version(origin, serial).filter(zone::equals).isPresent()) {
            versions.ambiguous(origin, serial);
        }
    }

    /// {@return what was served under a serial, if it is known and still there; for any thread}
    Optional<Zone> version(DomainName origin, Serial serial) throws IOException {
        var place = places.get(origin);
        var commit = versions.commit(origin, serial);
        if (place == null || commit.isEmpty()) {
            return Optional.empty();
        }
        var file = new GitTree(repository, commit.get()).file(place.file());
        return file.isEmpty() ? Optional.empty() : History.zone(file.get(), origin);
    }

    /// Writes newer serials into files that the operator has edited under old ones.
    private void raise(Map<DomainName, Zone> targets) throws IOException {
        var from = head.orElseThrow();
        var texts = new TextEdits(repository, listener);
        var raised = new LinkedHashMap<String, byte[]>();
        var message = new StringJoiner("\n", "Raise serials\n\n", "\n");
        for (var target : targets.values()) {
            var diff = ZoneDiff.between(known(atHead, target.origin()), target);
            if (!diff.isEmpty()) {
                String file = known(places, target.origin()).file();
                raised.put(file, texts.edited(from, file, target, diff));
                message.add(target.origin().display() + " " + target.serial().orElseThrow());
                atHead.put(target.origin(), target);
            }
        }
        if (!raised.isEmpty()) {
            String author = options.commits().committer();
            moveTo(
                    repository.commit(
                            new NewCommit(
                                    from, raised, author, message.toString(), Instant.now())));
        }
    }

    private void moveTo(Revision revision) throws IOException {
        if (!head.equals(Optional.of(revision)) || !repository.head().equals(head)) {
            repository.setHead(revision);
        }
        head = Optional.of(revision);
        ahead = repository.between(base, revision).size();
    }

    /// Asks the remote to take the commits.
    Pushed push() throws IOException {
        var revision = head.orElseThrow();
        var pushed = repository.push(revision);
        if (pushed instanceof Pushed.Landed) {
            listener.accept(new GitEvent.Pushed(revision, ahead));
            base = head;
            ahead = 0;
            journal.remove(Set.copyOf(committed));
            committed.clear();
        }
        return pushed;
    }

    /// Tells at the remote's commit what is wrong with the zones in it.
    ///
    /// @param faulty the zones, with what is wrong; if there are none, nothing is told
    void note(Map<DomainName, List<String>> faulty) throws IOException {
        if (!faulty.isEmpty() && !noted.equals(base)) {
            var text = new StringBuilder("not served:\n");
            faulty.values().forEach(errors -> errors.forEach(e -> text.append(e).append('\n')));
            repository.note(base.orElseThrow(), text.toString());
            noted = base;
        }
    }

    /// Keeps the repository small.
    void tidy() throws IOException {
        repository.tidy();
    }
}
