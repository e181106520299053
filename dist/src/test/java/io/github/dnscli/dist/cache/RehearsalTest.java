package io.github.dnscli.dist.cache;

import static io.github.dnscli.cli.ExitStatus.NO;
import static io.github.dnscli.cli.ExitStatus.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.dist.installed.Tool;
import io.github.dnscli.dist.program.Family;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var tool = new Tool(List.of(java, "-cp", System.getProperty("java.class.path")), Map.of());
        for (var scene : Rehearsal.scenes(Family.GLANCE, folder)) {
            var run = tool.run(scene.words().toArray(String[]::new));
            assertThat(run.output() + run.errors()).as("%s", scene).isNotEmpty();
            assertThat(run.status()).as("%s", scene).isEqualTo(scene.status().code());
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
