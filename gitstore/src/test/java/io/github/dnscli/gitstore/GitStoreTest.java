package io.github.dnscli.gitstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.testkit.BareRepository;
import io.github.dnscli.testkit.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitStoreTest {

    @TempDir Path folder;
    private BareRepository remote;
    private Git operator;

    @BeforeEach
    void write() throws IOException {
        remote = BareRepository.create(folder.resolve("remote.git"));
        operator = remote.clone(folder.resolve("operator"));
        operator.write("_keys", RunningStore.KEYS).write("README.md", "# Our zones\n");
        operator.run("add", "-A");
        push("example.com", RunningStore.ZONE);
    }

    private void push(String file, String content) throws IOException {
        operator.commit(file, content, "An edit of " + file);
        operator.run("push", "-q", "origin", "HEAD:main");
    }

    private void edit(String from, String to) throws IOException {
        operator.run("pull", "-q", "--rebase", "origin", "main");
        String text = Files.readString(operator.folder().resolve("example.com"));
        assertThat(text).contains(from);
        push("example.com", text.replace(from, to));
    }

    private RunningStore start() throws IOException {
        return RunningStore.of(RunningStore.options(remote, folder.resolve("state")));
    }

    private static void served(RunningStore running, int serial) {
        running.events.await(
                GitEvent.Read.class,
                read ->
                        read.event() instanceof ReadingEvent.Served served
                                && served.zone().serial().equals(Optional.of(new Serial(serial))));
    }

    private static GitEvent.Read reading(RunningStore running, Class<? extends ReadingEvent> kind) {
        return running.events.await(GitEvent.Read.class, read -> kind.isInstance(read.event()));
    }

    @Test
    void anUpdateBecomesACommit() throws Exception {
        try (var running = start()) {
            running.add("new", RecordType.A, "192.0.2.9");
            running.events.await(GitEvent.Pushed.class);
            assertThat(remote.read("main", "example.com"))
                    .contains("8   ; serial", "192.0.2.9", "192.0.2.1   ; the first");
            assertThat(remote.log("%an")).first().isEqualTo("k._update.example.com");
            assertThat(remote.log("%B"))
                    .anyMatch(line -> line.contains("new.example.com. 60 IN A 192.0.2.9"))
                    .contains("Requested-By: 127.0.0.1");
            assertThat(remote.files("main")).contains("README.md", "_keys");
            assertThat(running.store.status().pendingEdits()).isZero();
        }
    }

    @Test
    void aPushIsServedAfterAFetch() throws Exception {
        try (var running = start()) {
            edit("7   ; serial", "8   ; serial");
            edit("192.0.2.1", "192.0.2.2");
            running.store.fetchSoon();
            served(running, 8);
            assertThat(running.zone().records().toList())
                    .anyMatch(r -> r.toString().endsWith("192.0.2.2"));
        }
    }

    @Test
    void bothSidesAreKept() throws Exception {
        try (var running = start()) {
            remote.goAway();
            running.add("ours", RecordType.A, "192.0.2.9");
            running.events.await(GitEvent.PushFailed.class);
            remote.comeBack();
            edit("7   ; serial", "8   ; serial");
            edit("ns1  A   127.0.0.1", "ns1  A   127.0.0.1\ntheirs A 192.0.2.7");
            running.store.fetchSoon();
            running.events.await(GitEvent.Pushed.class);
            assertThat(remote.read("main", "example.com"))
                    .contains("192.0.2.9", "theirs A 192.0.2.7", "9   ; serial");
            assertThat(running.serial()).isEqualTo(new Serial(9));
            assertThat(running.has("ours", RecordType.A)).isTrue();
            assertThat(running.has("theirs", RecordType.A)).isTrue();
            assertThat(remote.log("%p")).allMatch(parents -> !parents.contains(" "));
        }
    }

    @Test
    void theOperatorWinsAConflict() throws Exception {
        edit("; the web", "alias CNAME www\n; the web");
        try (var running = start()) {
            var alias = DomainName.of("alias.example.com");
            remote.goAway();
            running.update(
                    update ->
                            update.deleteSet(alias, RecordType.CNAME)
                                    .add(
                                            ResourceRecord.of(
                                                    "alias.example.com",
                                                    3600,
                                                    RecordType.CNAME,
                                                    "ns1.example.com.")));
            running.add("other", RecordType.A, "192.0.2.9");
            running.events.await(GitEvent.PushFailed.class);
            remote.comeBack();
            edit("alias CNAME www", "alias CNAME elsewhere.example.net.");
            running.store.fetchSoon();
            var conflict = running.events.await(GitEvent.Contradicted.class).conflict();
            assertThat(conflict.owner()).isEqualTo(alias);
            running.events.await(GitEvent.Pushed.class);
            assertThat(remote.read("main", "example.com"))
                    .contains("alias CNAME elsewhere.example.net.", "192.0.2.9");
            assertThat(running.store.status().conflictCount()).isOne();
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesTheProcess() throws Exception {
        var options = RunningStore.options(remote, folder.resolve("state"));
        try (var running = RunningStore.idle(options)) {
            running.add("new", RecordType.A, "192.0.2.9");
        }
        remote.goAway();
        try (var running = RunningStore.idle(options)) {
            assertThat(running.has("new", RecordType.A)).isTrue();
            assertThat(running.serial()).isEqualTo(new Serial(8));
        }
        remote.comeBack();
        try (var running = start()) {
            running.events.await(GitEvent.Pushed.class);
            assertThat(remote.read("main", "example.com")).contains("192.0.2.9", "8   ; serial");
        }
    }

    @Test
    void aFaultyFileKeepsTheLastGoodVersion() throws Exception {
        try (var running = start()) {
            edit("NS  ns1", "NS  ns1 ns2");
            running.store.fetchSoon();
            reading(running, ReadingEvent.Broken.class);
            running.add("meanwhile", RecordType.A, "192.0.2.9");
            assertThat(running.has("www", RecordType.A)).isTrue();
            assertThat(running.store.status().faulty()).containsKey(RunningStore.ORIGIN);
        }
        try (var running = start()) {
            assertThat(running.has("www", RecordType.A)).isTrue();
            assertThat(running.has("meanwhile", RecordType.A)).isTrue();
            edit("NS  ns1 ns2", "NS  ns1");
            running.store.fetchSoon();
            running.events.await(GitEvent.Pushed.class);
            assertThat(remote.read("main", "example.com")).contains("192.0.2.9", "8   ; serial");
            assertThat(running.store.status().faulty()).isEmpty();
        }
    }

    @Test
    void aForcedPushTakesNoUpdateAway() throws Exception {
        try (var running = start()) {
            running.add("new", RecordType.A, "192.0.2.9");
            running.events.await(GitEvent.Pushed.class);
            operator.commit("example.com", RunningStore.ZONE + "forced A 192.0.2.3\n", "Mine");
            operator.run("push", "-q", "--force", "origin", "HEAD:main");
            running.store.fetchSoon();
            running.events.await(GitEvent.Rewritten.class);
            running.events.await(GitEvent.Pushed.class);
            assertThat(remote.read("main", "example.com")).contains("192.0.2.9", "192.0.2.3");
            assertThat(running.serial().isNewerThan(new Serial(8))).isTrue();
        }
    }

    @Test
    void aRejectedPushIsKept() throws Exception {
        remote.hook("pre-receive", "echo no updates on Sundays >&2; exit 1\n");
        try (var running = start()) {
            running.add("new", RecordType.A, "192.0.2.9");
            assertThat(running.events.await(GitEvent.PushFailed.class).problem())
                    .contains("no updates on Sundays");
            assertThat(running.store.status().pendingEdits()).isOne();
            remote.hook("pre-receive", "exit 0\n");
            running.events.await(GitEvent.Pushed.class);
        }
    }

    @Test
    void aZoneWhoseFileIsGoneIsServedForAWhile() throws Exception {
        var plain = RunningStore.options(remote, folder.resolve("state"));
        var patient =
                new GitStoreOptions(
                        plain.remote(),
                        plain.access(),
                        plain.commits(),
                        plain.state(),
                        plain.moreKeys(),
                        plain.rights(),
                        plain.poll(),
                        Duration.ofSeconds(2),
                        true,
                        false,
                        false);
        try (var running = RunningStore.of(patient)) {
            operator.run("rm", "-q", "example.com");
            push("note.txt", "gone\n");
            running.store.fetchSoon();
            reading(running, ReadingEvent.Missing.class);
            assertThat(running.has("www", RecordType.A)).isTrue();
            assertThat(running.ask(update -> update.deleteName(DomainName.of("www.example.com"))))
                    .isInstanceOf(Reply.Refused.class);
            reading(running, ReadingEvent.Removed.class);
            assertThat(running.server.state().zones()).isEmpty();
        }
    }

    @Test
    void whatWasServedOnceIsFoundInGit() throws Exception {
        try (var running = start()) {
            running.add("new", RecordType.A, "192.0.2.9");
            running.events.await(GitEvent.Pushed.class);
            edit("8   ; serial", "9   ; serial");
            running.store.fetchSoon();
            served(running, 9);
        }
        try (var running = start()) {
            assertThat(version(running, 7)).contains(4L);
            assertThat(version(running, 8)).contains(5L);
            assertThat(version(running, 9)).contains(5L);
            assertThat(version(running, 6)).isEmpty();
        }
    }

    @Test
    void aSerialThatStandsForTwoVersionsIsNotFound() throws Exception {
        try (var running = start()) {
            edit("192.0.2.1", "192.0.2.2");
            running.store.fetchSoon();
            served(running, 7);
            edit("7   ; serial", "8   ; serial");
            running.store.fetchSoon();
            served(running, 8);
            assertThat(version(running, 7)).isEmpty();
            assertThat(version(running, 8)).isPresent();
        }
    }

    private static Optional<Long> version(RunningStore running, int serial) throws IOException {
        return running.store
                .version(RunningStore.ORIGIN, new Serial(serial))
                .filter(zone -> zone.serial().equals(Optional.of(new Serial(serial))))
                .map(zone -> zone.records().count());
    }

    @Test
    void whatStandsElsewhereIsNotChanged() throws Exception {
        push("hosts.inc", "included A 192.0.2.4\n");
        edit("; the web", "$INCLUDE hosts.inc\n; the web");
        try (var running = start()) {
            assertThat(running.has("included", RecordType.A)).isTrue();
            assertThat(
                            running.ask(
                                    update ->
                                            update.deleteName(
                                                    DomainName.of("included.example.com"))))
                    .isInstanceOf(Reply.Refused.class);
            running.add("new", RecordType.A, "192.0.2.9");
            running.events.await(GitEvent.Pushed.class);
            assertThat(remote.read("main", "hosts.inc")).isEqualTo("included A 192.0.2.4\n");
        }
    }

    @Test
    void keysAreReadAgain() throws Exception {
        try (var running = start()) {
            push("_keys", RunningStore.KEYS + RunningStore.KEYS.replace("k._", "l._"));
            running.store.fetchSoon();
            running.events.await(
                    GitEvent.Read.class, read -> read.event().equals(new ReadingEvent.Keys(2)));
            assertThat(running.server.state().keys()).hasSize(2);
        }
    }

    @Test
    void aBurstIsOneCommit() throws Exception {
        var options = RunningStore.options(remote, folder.resolve("state"));
        try (var running = RunningStore.idle(options)) {
            for (int i = 0; i < 5; i++) {
                running.add("n" + i, RecordType.A, "192.0.2.9");
            }
            running.store.start(running.server);
            running.events.await(GitEvent.Pushed.class);
            assertThat(remote.log()).hasSize(2);
            assertThat(remote.read("main", "example.com")).contains("12   ; serial");
        }
    }

    @Test
    void aStateFromABackupLosesNothing() throws Exception {
        var options = RunningStore.options(remote, folder.resolve("state"));
        start().close();
        copy(options.state(), folder.resolve("backup"));
        try (var running = start()) {
            running.add("early", RecordType.A, "192.0.2.8");
            running.events.await(GitEvent.Pushed.class);
        }
        Files.move(options.state(), folder.resolve("lost"));
        copy(folder.resolve("backup"), options.state());
        try (var running = RunningStore.idle(options)) {
            running.add("late", RecordType.A, "192.0.2.9");
        }
        try (var running = start()) {
            running.events.await(GitEvent.Pushed.class);
            assertThat(remote.read("main", "example.com")).contains("192.0.2.8", "192.0.2.9");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
