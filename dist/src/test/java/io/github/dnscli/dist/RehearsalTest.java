package io.github.dnscli.dist;

import static io.github.dnscli.cli.ExitStatus.NO;
import static io.github.dnscli.cli.ExitStatus.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @TempDir private Path folder;

    @Test
    void goesAllTheWay() throws IOException {
        var runs = Rehearsal.play(folder);

        assertThat(runs)
                .as("%s", runs)
                .extracting(CommandRun::status)
                .containsExactly(YES, YES, NO, YES, YES, YES, NO, YES, YES, YES, YES);
        assertThat(folder.resolve("www.example.org.pem")).isRegularFile();
        assertThat(folder.resolve("fetched.pem")).isRegularFile();
    }
}
