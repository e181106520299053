package io.github.dnscli.otlsafetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command that is run when the file has become another.
class ChangeCommandTest {

    @TempDir private Path folder;
    private Fetching fetching;

    @BeforeEach
    void prepare() throws IOException {
        fetching = new Fetching(folder);
        fetching.issued();
    }

    private CommandRun fetch(String command) throws IOException {
        return fetching.run(
                "--ca=root.pem", "--on-change", command, "foo.mirage", "127.0.0.1#PORT");
    }

    @Test
    void runsWhenTheFileIsNewOrAnother() throws IOException {
        String count = "echo \"$DNSCLI_HOST $DNSCLI_FILE\" >> seen";
        String line = "foo.mirage " + folder.resolve("foo.mirage.pem") + "\n";

        fetch(count);
        assertThat(fetching.read("seen")).isEqualTo(line);

        fetch(count);
        assertThat(fetching.read("seen")).isEqualTo(line);

        fetching.write("foo.mirage.pem", "old\n");
        fetch(count);
        assertThat(fetching.read("seen")).isEqualTo(line + line);
    }

    @Test
    void doesNotRunWhenNothingGoodIsThere() throws IOException {
        fetching.write("root.pem", Fetching.INTERMEDIATE.leaf("foo.mirage").pem());

        assertThat(fetch("touch seen").status().code()).isEqualTo(1);
        assertThat(fetching.files()).doesNotContain("seen");
    }

    @Test
    void saysThatItFailed() throws IOException {
        var run = fetch("exit 4");

        assertThat(run.errors())
                .isEqualTo(
                        """
                        otlsa-fetch: error: the command of '--on-change' failed with status 4
                        otlsa-fetch: hint: 'foo.mirage.pem' is in place, and the next run finds nothing changed: run the command yourself
                        """);
        assertThat(run.status().code()).isEqualTo(3);
        assertThat(fetching.files()).contains("foo.mirage.pem");
    }

    @Test
    void wantsAFile() throws IOException {
        assertThat(fetching.runAt(1, "-o", "-", "--on-change", "true", "foo.mirage").toString())
                .isEqualTo(
                        """
                        otlsa-fetch: error: '--on-change' wants a file: what goes to standard output is always new
                        otlsa-fetch: hint: try 'otlsa-fetch --help'
                        [exit status: 2]""");
    }
}
