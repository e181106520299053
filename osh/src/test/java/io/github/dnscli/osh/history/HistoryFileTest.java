package io.github.dnscli.osh.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    @TempDir private Path folder;

    private HistoryFile file() {
        return new HistoryFile(folder.resolve("new").resolve("history"));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void nobodyElseReadsIt() throws IOException {
        file().add("use zone x");

        assertThat(mode(file().path())).isEqualTo("rw-------");
        assertThat(mode(file().path().resolveSibling("."))).isEqualTo("rwx------");
    }

    @Test
    void itHasTheLinesInOrder() throws IOException {
        assertThat(file().read()).isEmpty();
        file().add("a");
        file().add("b");

        assertThat(file().read()).containsExactly("a", "b");
    }

    @Test
    void theOldestLinesAreGivenUp() throws IOException {
        file().add("first");
        var many =
                IntStream.range(0, HistoryFile.LINES)
                        .mapToObj(number -> "line " + number)
                        .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file().path(), "first\n" + many);

        assertThat(file().read()).hasSize(HistoryFile.LINES).startsWith("line 0");
        assertThat(file().path()).content().startsWith("line 0\n");
        assertThat(mode(file().path())).isEqualTo("rw-------");
    }

    @Test
    void itNeverGrowsBeyondABound() throws IOException {
        file().add("x");
        Files.writeString(file().path(), "y".repeat(1 << 20));
        file().add("z");

        assertThat(Files.size(file().path())).isEqualTo(1 << 20);
    }

    @Test
    void itIsWhereStateBelongs() {
        assertThat(HistoryFile.of(Map.of("HOME", "/home/x")).path())
                .hasToString("/home/x/.local/state/dns-cli/history");
        assertThat(HistoryFile.of(Map.of("HOME", "/home/x", "XDG_STATE_HOME", "/s")).path())
                .hasToString("/s/dns-cli/history");
    }
}
