package io.github.dnscli.osh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.cli.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OshCommandTest {

    @TempDir private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private ExitStatus run(Object... words) {
        var console = Console.of("osh", said, said, new Terminals(false, false));
        var line = List.of(words).stream().map(Object::toString).toList();
        return Launcher.launch(new OshCommand(), line, World.real(), console);
    }

    @Test
    void runsALineThatIsTheNameOfACommand() {
        assertThat(run("-c", "ls")).isEqualTo(ExitStatus.USAGE);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("ls: error: no server");
    }

    @Test
    void tellsOfAScriptThatCannotBeRead() throws IOException {
        var octets = Files.write(folder.resolve("octets"), new byte[] {(byte) 0xff});
        for (var file : List.of(folder, octets)) {
            said.reset();
            assertThat(run(file)).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .startsWith("osh: error: cannot read '" + file + "': ");
        }
    }
}
