package io.github.dnscli.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.finding.IoTrouble;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFileTest {

    @TempDir private Path folder;

    @Test
    void readsAFileThatIsThere() throws IOException {
        Files.writeString(folder.resolve("file"), "text\n");

        assertThat(SmallFile.readIfThere(folder.resolve("file"))).contains("text\n");
        assertThat(SmallFile.readIfThere(folder.resolve("other"))).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        var file = folder.resolve("file");
        Files.write(file, new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> SmallFile.read(file))
                .isInstanceOfSatisfying(
                        FileSystemException.class,
                        problem ->
                                assertThat(IoTrouble.describe(problem))
                                        .isEqualTo("'" + file + "': larger than a mebibyte"));
    }

    @Test
    void namesAFolderThatStandsInTheWay() {
        assertThatThrownBy(() -> SmallFile.read(folder))
                .hasMessageStartingWith("cannot read '" + folder + "': ");
    }
}
