package io.github.dnscli.gitstore.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dnscli.testkit.BareRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneRepositoryTest {

    @TempDir private Path folder;
    private Scene scene;

    @BeforeEach
    void make() throws IOException {
        scene = Scene.in(folder);
    }

    @Test
    void followsTheBranchThatTheHeadOfTheRemoteNames() throws IOException {
        try (var repository = scene.open()) {
            assertThat(repository.branch()).isEmpty();
            assertThat(repository.remoteHead()).isEmpty();

            var fetched = repository.fetch();

            assertThat(repository.branch()).contains("main");
            assertThat(fetched.before()).isEmpty();
            assertThat(fetched.after().id()).isEqualTo(scene.operator().id("HEAD"));
            assertThat(fetched.isMoved()).isTrue();
            assertThat(fetched.isRewritten()).isFalse();
            assertThat(repository.remoteHead()).contains(fetched.after());
            assertThat(repository.head()).isEmpty();
        }
        try (var again = scene.open()) {
            assertThat(again.branch()).contains("main");
            assertThat(again.fetch().isMoved()).isFalse();
        }
    }

    @Test
    void fetchesNoBranchButItsOwn() throws IOException {
        scene.operator().run("push", "-q", "origin", "HEAD:refs/heads/main-old", "HEAD:live");

        try (var repository = scene.open(scene.remote().path() + "#live", RemoteAccess.DEFAULT)) {
            repository.fetch();
        }

        assertThat(scene.ours().run("for-each-ref", "--format=%(refname)"))
                .isEqualTo("refs/remotes/origin/live\n");
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        scene.open().close();

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("ours"))))
                .isEqualTo("rwx------");
    }

    @Test
    void readsFilesOfACommit() throws IOException {
        scene.operator().write("scripts/check", "#!/bin/sh\n");
        scene.operator().run("add", "scripts");
        Files.createSymbolicLink(folder.resolve("operator/link"), Path.of("example.com"));
        scene.operator().run("add", "link");
        var revision = scene.push("_keys", "", "More");

        try (var repository = scene.open()) {
            repository.fetch();

            assertThat(repository.files(revision))
                    .extracting(StoredFile::path, StoredFile::isRegular, StoredFile::size)
                    .containsExactlyInAnyOrder(
                            tuple("_keys", true, 0L),
                            tuple("example.com", true, 4L),
                            tuple("link", false, 0L),
                            tuple("scripts", false, 0L));
            assertThat(Scene.text(repository, revision, "scripts/check")).isEqualTo("#!/bin/sh\n");
            assertThat(repository.file(revision, "none")).isEmpty();
            assertThat(repository.message(revision)).isEqualTo("More\n");
        }
    }

    @Test
    void commitsAndPushesWithoutMovingABranchUnasked() throws IOException {
        scene.operator().write("lib/hosts.inc", "a A 192.0.2.1\n").run("add", "lib");
        scene.operator().run("update-index", "--chmod=+x", "lib/hosts.inc");
        var before = scene.push("example.net", "net\n", "More");
        try (var repository = scene.open()) {
            repository.fetch();
            var files =
                    Map.of(
                            "example.com", "two\n".getBytes(UTF_8),
                            "lib/hosts.inc", "a A 192.0.2.2\n".getBytes(UTF_8),
                            "new/zone", "new\n".getBytes(UTF_8));

            var made =
                    repository.commit(
                            new NewCommit(
                                    before, files, "Jörg <k>", "Say it\n\nwhy\n", Scene.TIME));

            assertThat(repository.head()).isEmpty();
            assertThat(repository.parent(made)).contains(before);
            repository.setHead(made);
            assertThat(repository.head()).contains(made);
            assertThat(repository.remoteHead()).contains(before);
            assertThat(repository.push(made)).isEqualTo(new Pushed.Landed());
            assertThat(repository.remoteHead()).contains(made);
        }
        assertThat(scene.remote().log("%an|%ae|%cn|%ce|%cI|%B"))
                .startsWith(
                        "Jörg k|oserve@localhost|oserve|oserve@localhost|2026-11-25T10:00:00+00:00|Say it",
                        "",
                        "why");
        assertThat(scene.remote().files("main"))
                .containsExactly("example.com", "example.net", "lib/hosts.inc", "new/zone");
        assertThat(scene.remote().git().run("diff", "--raw", "main~1", "main", "--", "lib"))
                .contains("100755 100755");
        assertThat(scene.remote().read("main", "example.com")).isEqualTo("two\n");
        assertThat(scene.ours().run("fsck", "--strict")).isEmpty();
    }

    @Test
    void isOvertakenByTheOperator() throws IOException {
        try (var repository = scene.open()) {
            var first = repository.fetch().after();
            var made = repository.commit(Scene.change(first, "example.com", "ours\n"));
            var theirs = scene.push("example.com", "theirs\n", "First");

            assertThat(repository.push(made)).isEqualTo(new Pushed.Overtaken());
            assertThat(repository.remoteHead()).contains(first);

            var fetched = repository.fetch();
            assertThat(fetched).isEqualTo(new Fetched(Optional.of(first), theirs, false));
            assertThat(repository.between(fetched.before(), theirs)).containsExactly(theirs);
        }
    }

    /// The commit would undo what the operator undid: it grows from where the branch is, but from farther back than known.
    @Test
    void pushesOnlyFromWhereTheRemoteWasSeenLast() throws IOException {
        var second = scene.push("example.com", "two\n", "Second");
        try (var repository = scene.open()) {
            repository.fetch();
            var made = repository.commit(Scene.change(second, "example.com", "three\n"));
            scene.operator().run("push", "-q", "-f", "origin", "HEAD~1:main");

            assertThat(repository.push(made)).isEqualTo(new Pushed.Overtaken());
            var fetched = repository.fetch();

            assertThat(fetched.isRewritten()).isTrue();
            assertThat(fetched.before()).contains(second);
            assertThat(repository.between(Optional.of(fetched.after()), made))
                    .containsExactly(second, made);
        }
    }

    @Test
    void isRejectedByAHookWithItsWords() throws IOException {
        scene.remote()
                .hook("pre-receive", "printf 'zone \\033[31mbroken\\033[0m\\n' >&2\nexit 1\n");
        try (var repository = scene.open()) {
            var first = repository.fetch().after();
            var made = repository.commit(Scene.change(first, "example.com", "broken\n"));

            assertThat(repository.push(made))
                    .isEqualTo(
                            new Pushed.Rejected("pre-receive hook declined\nzone  [31mbroken [0m"));
            assertThat(repository.remoteHead()).contains(first);
        }
    }

    @Test
    void hasTheHooksOfALocalRemoteRun() throws IOException {
        scene.remote().hook("post-receive", "cat >> received\necho thanks\n");
        try (var repository = scene.open()) {
            var first = repository.fetch().after();
            var made = repository.commit(Scene.change(first, "example.com", "two\n"));

            assertThat(repository.push(made)).isEqualTo(new Pushed.Landed());
            assertThat(scene.remote().path().resolve("received"))
                    .hasContent(first + " " + made + " refs/heads/main");
        }
    }

    /// Somebody else is quicker, between the remote's word where the branch is and its taking of ours.
    @Test
    void isOvertakenAtTheLastMoment() throws IOException {
        try (var repository = scene.open()) {
            var first = repository.fetch().after();
            var theirs = scene.push("example.net", "theirs\n", "Theirs");
            scene.remote().git().run("update-ref", "refs/heads/main", first.id());
            scene.remote()
                    .hook(
                            "pre-receive",
                            "unset GIT_QUARANTINE_PATH; git update-ref refs/heads/main " + theirs);
            var made = repository.commit(Scene.change(first, "example.com", "ours\n"));

            assertThat(repository.push(made)).isEqualTo(new Pushed.Overtaken());
        }
    }

    @Test
    void missesARemoteThatIsGoneAndFindsItAgain() throws IOException {
        try (var repository = scene.open()) {
            repository.fetch();
            scene.remote().goAway();

            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessage(
                            "cannot use the remote '%s': there is no such folder"
                                    .formatted(scene.remote().path()));

            scene.remote().comeBack();
            assertThat(repository.fetch().isMoved()).isFalse();
        }
    }

    @Test
    void namesTheBranchesThereAreWhenThereIsNoneOfThatName() throws IOException {
        try (var repository = scene.open(scene.remote().path() + "#live", RemoteAccess.DEFAULT)) {
            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessageEndingWith("#live': it has no branch 'live', but main");
        }
    }

    @Test
    void saysThatARemoteIsEmpty() throws IOException {
        var empty = BareRepository.create(folder.resolve("empty.git"));
        try (var repository = scene.open(empty.path().toString(), RemoteAccess.DEFAULT)) {
            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessageEndingWith("it is empty: commit and push a zone file first");
        }
    }

    @Test
    void saysThatAFolderIsNoRepository() throws IOException {
        try (var repository =
                scene.open(folder.resolve("operator/.git/refs").toString(), RemoteAccess.DEFAULT)) {
            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessageEndingWith("that is no git repository");
        }
    }

    @Test
    void followsOneRemoteAndOneBranch() throws IOException {
        try (var repository = scene.open()) {
            repository.fetch();
        }

        assertThatThrownBy(() -> scene.open("ssh://h.example/x.git", RemoteAccess.DEFAULT))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "'%s' follows '%s' and not 'ssh://h.example/x.git': use another folder for the latter by --state"
                                .formatted(folder.resolve("ours"), scene.remote().path()));
        assertThatThrownBy(() -> scene.open(scene.remote().path() + "#live", RemoteAccess.DEFAULT))
                .hasMessageContaining("follows 'main' and not 'live'");
        scene.open(scene.remote().path() + "#main", RemoteAccess.DEFAULT).close();
    }

    @Test
    void findsVersionsOfAFileAlongFirstParents() throws IOException {
        scene.push("example.com", "two\n", "Second");
        scene.push("other", "x\n", "Elsewhere");
        scene.operator().run("checkout", "-q", "-b", "side", "HEAD~2");
        scene.operator().commit("side", "y\n", "Aside");
        scene.operator().run("checkout", "-q", "main");
        scene.operator().run("merge", "-q", "--no-ff", "-m", "Merge", "side");
        var last = scene.push("example.com", "one\n", "Back");
        try (var repository = scene.open()) {
            repository.fetch();

            assertThat(repository.versions(last, "example.com", 100))
                    .extracting(StoredFile::blob)
                    .containsExactly(
                            scene.operator().id("HEAD:example.com"),
                            scene.operator().id("HEAD~1:example.com"),
                            scene.operator().id("HEAD~4:example.com"));
            assertThat(repository.versions(last, "example.com", 2)).hasSize(2);
            assertThat(repository.versions(last, "none", 100)).isEmpty();
            assertThat(repository.between(Optional.empty(), last)).hasSize(6);
        }
    }

    @Test
    void pushesNotesAmongThoseOfOthers() throws IOException {
        scene.push("example.com", "two\n", "Second");
        try (var repository = scene.open()) {
            var last = repository.fetch().after();
            repository.note(last, "good\n");
            scene.operator().run("fetch", "-q", "origin", "refs/notes/oserve:refs/notes/oserve");
            scene.operator().run("notes", "--ref=oserve", "add", "-m", "theirs", "HEAD~1");
            scene.operator().run("push", "-q", "origin", "refs/notes/oserve");

            repository.note(last, "better\n");

            assertThat(scene.remote().git().run("log", "--format=%N", "--notes=oserve", "main"))
                    .isEqualTo("better\n\ntheirs\n\n");
        }
    }

    @Test
    void doesNotTakeAFetchThatCannotBeWrittenForOneThatBroughtNothing() throws IOException {
        try (var repository = scene.open()) {
            repository.fetch();
            scene.push("example.com", "two\n", "Second");
            Files.createFile(folder.resolve("ours/refs/remotes/origin/main.lock"));

            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(RemoteTrouble.class)
                    .hasMessageContaining("is locked by another process");
        }
    }

    @Test
    void goesOnAfterALockThatAKilledProcessHasLeft() throws IOException {
        try (var repository = scene.open()) {
            repository.setHead(repository.fetch().after());
        }
        var lock = Files.createFile(folder.resolve("ours/refs/heads/main.lock"));
        var another = Files.createFile(folder.resolve("ours/refs/remotes/origin/main.lock"));
        scene.push("example.com", "two\n", "Second");
        try (var repository = scene.open()) {
            repository.setHead(repository.fetch().after());
        }
        assertThat(lock).doesNotExist();
        assertThat(another).doesNotExist();
    }
}
