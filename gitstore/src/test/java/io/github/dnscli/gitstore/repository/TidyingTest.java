package io.github.dnscli.gitstore.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyingTest {

    @TempDir private Path folder;
    private Scene scene;

    @BeforeEach
    void make() throws IOException {
        scene = Scene.in(folder);
    }

    private Revision commits(ZoneRepository repository, int count) throws IOException {
        var head = repository.remoteHead().orElseThrow();
        for (int i = 0; i < count; i++) {
            head = repository.commit(Scene.change(head, "example.com", "serial " + i + "\n"));
        }
        repository.setHead(head);
        return head;
    }

    private void assertSound(ZoneRepository repository, Revision head, int commits)
            throws IOException {
        assertThat(files(folder.resolve("ours/objects"))).isLessThan(20);
        assertThat(repository.versions(head, "example.com", 10_000)).hasSize(commits + 1);
        assertThat(repository.push(head)).isEqualTo(new Pushed.Landed());
        assertThat(scene.ours().run("fsck", "--strict", "--no-dangling")).isEmpty();
        assertThat(scene.remote().log()).hasSize(commits + 1);
    }

    private static long files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void packsCommitsAndLosesNone() throws IOException {
        try (var repository = scene.open();
                var same = RepositoryFolder.open(folder.resolve("ours"))) {
            repository.fetch();
            var head = commits(repository, 20);
            var aside = repository.commit(Scene.change(head, "example.com", "aside\n"));
            assertThat(new Tidying(same, 100, 100).tidy()).isFalse();
            var tidying = new Tidying(same, 50, 100);

            assertThat(tidying.tidy()).isTrue();

            assertThat(tidying.tidy()).isFalse();
            assertThat(Scene.text(repository, aside, "example.com")).isEqualTo("aside\n");
            assertSound(repository, head, 20);
        }
    }

    @Test
    void dropsWhatNothingHasLedToForLong() throws IOException {
        try (var repository = scene.open();
                var same = RepositoryFolder.open(folder.resolve("ours"))) {
            var head = repository.fetch().after();
            repository.setHead(head);
            var aside = repository.commit(Scene.change(head, "example.com", "aside\n"));
            var object =
                    folder.resolve(
                            "ours/objects/"
                                    + aside.id().substring(0, 2)
                                    + "/"
                                    + aside.id().substring(2));
            Files.setLastModifiedTime(
                    object, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

            assertThat(new Tidying(same, 1, 100).tidy()).isTrue();

            assertThat(object).doesNotExist();
        }
    }

    @Test
    void bringsThePacksOfFetchesTogether() throws IOException {
        try (var repository = scene.open();
                var same = RepositoryFolder.open(folder.resolve("ours"))) {
            repository.fetch();
            for (int i = 0; i < 4; i++) {
                scene.push("example.com", "operator " + i + "\n", "Change");
                repository.fetch();
            }
            assertThat(packs()).isEqualTo(5);

            assertThat(new Tidying(same, 100, 5).tidy()).isTrue();

            assertThat(packs()).isEqualTo(1);
            assertThat(scene.ours().run("fsck", "--strict")).isEmpty();
        }
    }

    private long packs() throws IOException {
        try (var all = Files.list(folder.resolve("ours/objects/pack"))) {
            return all.filter(file -> file.toString().endsWith(".pack")).count();
        }
    }

    /// More than two thousand objects, three to each commit.
    @Test
    @Tag("slow")
    void staysSmallByItself() throws IOException {
        try (var repository = scene.open()) {
            repository.fetch();
            assertThat(repository.tidy()).isFalse();
            var head = commits(repository, 700);

            assertThat(repository.tidy()).isTrue();

            assertThat(repository.tidy()).isFalse();
            assertSound(repository, head, 700);
        }
    }
}
