package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.gitstore.journal.Journal;
import io.github.dnscli.oserve.primary.PrimaryProcess;
import io.github.dnscli.testkit.BareRepository;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Git;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// One ordeal of a server, from the first commit to the last look at what has become of it.
final class Torture implements AutoCloseable {

    private static final Duration QUIET_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final TorturePlan plan;
    private final Path folder;
    private final BareRepository remote;
    private final ServerAddress address;
    private final Expectations expectations = new Expectations();
    private final List<String> problems = new ArrayList<>();
    private final AtomicBoolean watching = new AtomicBoolean(true);
    private final Operator operator;
    private final Follower follower;
    private final Watcher watcher;
    private PrimaryProcess server;
    private int updates;
    private int pushes;
    private Duration quiet = Duration.ZERO;

    Torture(TorturePlan plan, Path folder) throws IOException {
        this.plan = plan;
        this.folder = folder;
        remote = BareRepository.create(folder.resolve("zones.git"));
        address = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), FreePort.any());
        var workingCopy = remote.clone(folder.resolve("operator")).with("GIT_EDITOR", "true");
        writeZones(workingCopy);
        operator = new Operator(plan, workingCopy, address, expectations);
        follower = new Follower(address, watching::get);
        watcher = new Watcher(address, new SerialWatch("a client"), watching::get);
        server = start();
    }

    private void writeZones(Git workingCopy) throws IOException {
        for (var zone : ZoneText.ORIGINS) {
            workingCopy.write(zone.display(), ZoneText.first(zone));
        }
        var keys = new StringBuilder(Line.record(Operator.KEY) + Line.record(Follower.KEY));
        IntStream.range(0, plan.clients())
                .forEach(number -> keys.append(Line.record(Client.key(number))));
        workingCopy.write("README.md", "# Our zones\n").run("add", ".");
        workingCopy.commit("_keys", keys.toString(), "Begin");
        workingCopy.run("push", "-q", "origin", "main");
    }

    private PrimaryProcess start() throws IOException {
        return PrimaryProcess.start(
                log(),
                List.of(
                        "--remote",
                        remote.path() + "#main",
                        "--state",
                        state().toString(),
                        "--listen",
                        "127.0.0.1:" + address.port(),
                        "--poll",
                        "5s",
                        "--no-notify"));
    }

    private Path state() {
        return folder.resolve("state");
    }

    Path log() {
        return folder.resolve("log");
    }

    private void killAndRestart() throws IOException {
        server.kill();
        server = start();
    }

    /// {@return what is wrong at the end}
    List<String> run() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watchers = List.of(threads.submit(watcher), threads.submit(follower));
            var fate = threads.submit(new Fate(plan, remote, this::killAndRestart));
            var pushed = threads.submit(operator);
            var clients =
                    IntStream.range(0, plan.clients())
                            .mapToObj(number -> new Client(number, plan, address, expectations))
                            .map(threads::submit)
                            .toList();
            updates = sum(clients);
            pushes = pushed.get();
            fate.get();
            problems.addAll(afterQuiet());
            watching.set(false);
            sum(watchers);
        } finally {
            watching.set(false);
        }
        server.terminate();
        judge();
        return problems;
    }

    private static int sum(List<Future<Integer>> counts) throws Exception {
        int sum = 0;
        for (var count : counts) {
            sum += count.get();
        }
        return sum;
    }

    /// {@return what is missing in the remote repository when it does not change any more}
    private List<String> afterQuiet() throws IOException {
        long start = System.nanoTime();
        try (var line = new Line(address)) {
            operator.tell(line);
            var missing = Remains.of(remote).problems(expectations, line);
            while (!missing.isEmpty() && quiet.compareTo(QUIET_LIMIT) < 0) {
                LockSupport.parkNanos(LOOK.toNanos());
                missing = Remains.of(remote).problems(expectations, line);
                quiet = Duration.ofNanos(System.nanoTime() - start);
            }
            return missing;
        }
    }

    private void judge() throws IOException {
        problems.addAll(watcher.watch().steps());
        problems.addAll(follower.watch().steps());
        var ever = new StringBuilder(String.join("\n", conflicts()));
        for (var zone : ZoneText.ORIGINS) {
            var history = History.of(remote.git(), zone);
            problems.addAll(history.serials().steps());
            ever.append(history.lines());
        }
        expectations.contested().stream()
                .filter(word -> ever.indexOf(word) < 0)
                .forEach(word -> problems.add(word + " was acknowledged, and is gone untold"));
        try (var journal = Journal.open(state().resolve("journal"))) {
            journal.edits().forEach(edit -> problems.add("still in the journal: " + edit));
        }
        remote.git().run("fsck", "--strict", "--no-dangling");
        remote.git().at(state().resolve("zones.git")).run("fsck", "--strict", "--no-dangling");
    }

    private List<String> conflicts() throws IOException {
        return server.log().lines().filter(line -> line.contains("clashes with an edit")).toList();
    }

    /// {@return what was done, in figures}
    String figures() throws IOException {
        return """
        torture: %d updates acknowledged in %d s, quiet %d ms later, in %d commits and %d pushes, %d times made again; \
        %d pushes by the operator, %d rebased, %d edited again; %d conflicts; %d kills, %d absences; \
        %d serials seen, %d transfers, %d whole; seed %d"""
                .formatted(
                        updates,
                        plan.time().toSeconds(),
                        quiet.toMillis(),
                        logged("committed as"),
                        logged("pushed: "),
                        logged("the branch has moved"),
                        pushes,
                        operator.rebases(),
                        operator.repetitions(),
                        conflicts().size(),
                        plan.kills(),
                        plan.absences(),
                        watcher.watch().seen(),
                        follower.watch().seen(),
                        follower.wholes(),
                        plan.seed());
    }

    private long logged(String words) throws IOException {
        return server.log().lines().filter(line -> line.contains(words)).count();
    }

    @Override
    public void close() {
        server.close();
    }
}
