package io.github.dnscli.gitstore.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.gitstore.merge.ZoneEdit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir private Path temporary;
    private Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("state/journal");
    }

    private Path file() {
        return folder.resolve("edits");
    }

    private static List<Long> numbers(Journal journal) {
        return journal.edits().stream().map(ZoneEdit::number).toList();
    }

    private static ZoneEdit append(Journal journal, String text) throws IOException {
        return journal.append(Changes.of(text), Changes.TIME);
    }

    @Test
    void keepsEditsAcrossRestarts() throws IOException {
        ZoneEdit first;
        String id;
        try (var journal = Journal.open(folder)) {
            first = append(journal, "one");
            append(journal, "two");
            id = journal.id();
        }
        try (var journal = Journal.open(folder)) {
            assertThat(journal.id()).isEqualTo(id).matches("[0-9a-f]{16}");
            assertThat(numbers(journal)).containsExactly(1L, 2L);
            assertThat(journal.edits().getFirst())
                    .isEqualTo(first)
                    .isEqualTo(ZoneEdit.of(1, Changes.TIME, Changes.of("one")));
        }
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        Journal.open(folder).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void journalsDiffer() throws IOException {
        try (var one = Journal.open(folder);
                var other = Journal.open(temporary.resolve("other"))) {
            assertThat(one.id()).isNotEqualTo(other.id());
        }
    }

    @Test
    void forgetsWhatIsElsewhere() throws IOException {
        try (var journal = Journal.open(folder)) {
            append(journal, "one");
            append(journal, "two");
            append(journal, "three");
            journal.remove(List.of(1L, 3L, 77L));
            journal.remove(List.of());
            journal.remove(List.of(1L));
            assertThat(numbers(journal)).containsExactly(2L);
        }
        try (var journal = Journal.open(folder)) {
            assertThat(numbers(journal)).containsExactly(2L);
            assertThat(append(journal, "four").number()).isEqualTo(4);
        }
    }

    @Test
    void putsBackInFrontUnderNewNumbers() throws IOException {
        try (var journal = Journal.open(folder)) {
            var lost = List.of(append(journal, "one"), append(journal, "two"));
            append(journal, "three");
            journal.remove(List.of(1L, 2L));
            journal.putBack(lost);
            journal.putBack(List.of());
            assertThat(numbers(journal)).containsExactly(4L, 5L, 3L);
        }
        try (var journal = Journal.open(folder)) {
            assertThat(numbers(journal)).containsExactly(4L, 5L, 3L);
            assertThat(journal.edits().getFirst().added())
                    .isEqualTo(ZoneEdit.of(1, Changes.TIME, Changes.of("one")).added());
            assertThat(append(journal, "four").number()).isEqualTo(6);
        }
    }

    @Test
    void hasOneProcess() throws IOException {
        try (var _ = Journal.open(folder)) {
            assertThatThrownBy(() -> Journal.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "'%s' is in use by another process, %d: stop it, or choose another folder"
                                    .formatted(folder, ProcessHandle.current().pid()));
        }
        Journal.open(folder).close();
    }

    @Test
    void isSmallWhenAllIsGoneAndStillKnowsItsNumbers() throws IOException {
        String id;
        try (var journal = Journal.open(folder)) {
            id = journal.id();
            for (int i = 0; i < 3; i++) {
                journal.append(Changes.of("long", 40_000), Changes.TIME);
            }
            journal.remove(List.of(1L, 2L));
            assertThat(Files.size(file())).isGreaterThan(120_000);
            journal.remove(List.of(3L));
            assertThat(Files.size(file())).isEqualTo(JournalHead.LENGTH);
        }
        try (var journal = Journal.open(folder)) {
            assertThat(journal.id()).isEqualTo(id);
            assertThat(journal.edits()).isEmpty();
            assertThat(append(journal, "next").number()).isEqualTo(4);
        }
    }

    @Test
    void isWrittenAnewWhenMostOfItIsGone() throws IOException {
        try (var journal = Journal.open(folder)) {
            for (int i = 0; i < 100; i++) {
                journal.append(Changes.of("long", 30_000), Changes.TIME);
            }
            journal.putBack(List.of(journal.edits().getFirst()));
            var most = new HashSet<>(numbers(journal));
            most.removeAll(Set.of(7L, 101L));
            journal.remove(most);
            assertThat(Files.size(file())).isBetween(60_000L, 70_000L);
            append(journal, "next");
        }
        try (var journal = Journal.open(folder)) {
            assertThat(numbers(journal)).containsExactly(101L, 7L, 102L);
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("edits", "lock");
        }
    }

    /// One thread adds, another takes away, and what a third reads is never less than what must be there.
    @Test
    void isUsedBySeveralThreads() throws Exception {
        var removed = new ArrayList<Long>();
        try (var journal = Journal.open(folder)) {
            var adder =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        for (int i = 0; i < 100; i++) {
                                            appendLong(journal);
                                        }
                                    });
            var random = new Random(1);
            while (adder.isAlive() || !journal.edits().isEmpty()) {
                var some = numbers(journal).stream().filter(n -> random.nextInt(4) > 0).toList();
                if (removed.size() > 80) {
                    break;
                }
                journal.remove(some);
                removed.addAll(some);
            }
            adder.join();
        }
        try (var journal = Journal.open(folder)) {
            var all = new ArrayList<>(removed);
            all.addAll(numbers(journal));
            assertThat(all).doesNotHaveDuplicates().hasSize(100);
        }
    }

    private static void appendLong(Journal journal) {
        try {
            journal.append(Changes.of("long", 20_000), Changes.TIME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesWhatIsNoJournal() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(), "x".repeat(100));
        assertThatThrownBy(() -> Journal.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'" + file() + "' is damaged at octet 0: it is no journal; ");
    }

    @Test
    void cutsOffWhatWasWrittenInPart() throws IOException {
        try (var journal = Journal.open(folder)) {
            append(journal, "one");
            append(journal, "two");
        }
        byte[] all = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(all, all.length - 1));
        try (var journal = Journal.open(folder)) {
            assertThat(numbers(journal)).containsExactly(1L);
            assertThat(append(journal, "three").number()).isEqualTo(2);
        }
        try (var journal = Journal.open(folder)) {
            assertThat(numbers(journal)).containsExactly(1L, 2L);
        }
    }
}
