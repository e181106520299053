package io.github.dnscli.gitstore.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Processes that end while they write.
@Timeout(60)
class JournalProcessTest {

    @TempDir private Path folder;

    private Process start(String before) throws IOException {
        Peer.BASH.require();
        String java =
                Path.of(System.getProperty("java.home"), "bin", "java").toString()
                        + " -XX:-UsePerfData -XX:TieredStopAtLevel=1 -cp \"$0\" "
                        + JournalWriter.class.getName()
                        + " \"$1\"";
        return new ProcessBuilder(
                        "bash",
                        "-c",
                        before + "exec " + java,
                        System.getProperty("java.class.path"),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// What a process has said until it ended.
    private static final class Said {

        private final Set<Long> durable;
        private final Set<Long> unsure = new HashSet<>();
        private String failure = "";
        private long last;

        private Said(Set<Long> before) {
            durable = new HashSet<>(before);
        }

        /// Hears a process out, and kills it after some lines.
        ///
        /// @param before what was there when it began, which it may remove
        static Said by(Process process, int lines, Set<Long> before)
                throws IOException, InterruptedException {
            var said = new Said(before);
            try (var reader = process.inputReader()) {
                int count = 0;
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    said.hear(line);
                    if (++count == lines) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return said;
        }

        private void hear(String line) {
            String rest = line.substring(line.indexOf(' ') + 1);
            switch (line.substring(0, line.indexOf(' '))) {
                case "added" -> {
                    last = Long.parseLong(rest);
                    durable.add(last);
                }
                case "removed" -> durable.remove(Long.parseLong(rest));
                case "failed" -> failure = rest;
                default -> {}
            }
        }

        /// {@return what may be there or not: the edit that was being written, the one that was being removed}
        Set<Long> unsure() {
            unsure.add(last + 1);
            if (last % 7 == 0) {
                unsure.add(last - 1);
            }
            return unsure;
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        var before = new HashSet<Long>();
        for (int lines : List.of(30, 31, 32, 101)) {
            var said = Said.by(start(""), lines, before);
            try (var journal = Journal.open(folder)) {
                var there = numbers(journal);
                assertThat(there).doesNotHaveDuplicates();
                before = new HashSet<>(there);
                var surely = new HashSet<>(said.durable);
                surely.removeAll(said.unsure());
                assertThat(there).containsAll(surely);
                there.removeAll(said.unsure());
                assertThat(said.durable).containsAll(there);
            }
        }
    }

    @Test
    void whatFindsNoRoomLeavesNoTrace() throws Exception {
        var said = Said.by(start("ulimit -f 64; "), Integer.MAX_VALUE, Set.of());
        assertThat(said.failure).startsWith("cannot write '" + folder.resolve("edits") + "': ");
        assertThat(said.durable).hasSizeGreaterThan(20);
        try (var journal = Journal.open(folder)) {
            assertThat(numbers(journal)).containsExactlyInAnyOrderElementsOf(said.durable);
            var next = journal.append(Changes.of("next"), Changes.TIME);
            assertThat(said.durable).doesNotContain(next.number());
        }
    }

    private static List<Long> numbers(Journal journal) {
        return new ArrayList<>(journal.edits().stream().map(ZoneEdit::number).toList());
    }
}
