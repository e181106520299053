package io.github.dnscli.dist.cache;

import static io.github.dnscli.cli.ExitStatus.NO;
import static io.github.dnscli.cli.ExitStatus.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.dist.program.Family;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @TempDir private Path folder;

    @Test
    void checksZones() throws IOException {
        var runs = Rehearsal.play(Family.CHECKER, folder);

        assertThat(runs)
                .as("%s", runs)
                .extracting(CommandRun::status)
                .containsExactly(YES, YES, NO, NO, YES, YES);
    }

    @Test
    void glancesAtZones() throws Exception {
        for (var scene : Rehearsal.scenes(Family.GLANCE, folder)) {
            var java = new ArrayList<>(scene.words());
            java.addAll(
                    0,
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path")));
            var run = new ProcessBuilder(java).redirectErrorStream(true).start();
            try (var output = run.inputReader()) {
                assertThat(output.lines()).as("%s", scene).isNotEmpty();
            }
            assertThat(run.waitFor()).as("%s", scene).isEqualTo(scene.status().code());
        }
    }

    @Test
    void changesZones() throws IOException {
        var runs = Rehearsal.play(Family.ZONES, folder);

        assertThat(runs).as("%s", runs).extracting(CommandRun::status).containsExactly(YES, YES);
    }

    @Test
    void takesACertificateAllTheWay() throws IOException {
        var runs = Rehearsal.play(Family.CERTIFICATES, folder);

        assertThat(runs)
                .as("%s", runs)
                .extracting(CommandRun::status)
                .containsExactly(YES, NO, YES, YES, YES, YES);
        assertThat(folder.resolve("www.example.org.pem")).isRegularFile();
        assertThat(folder.resolve("fetched.pem")).isRegularFile();
    }
}
