package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ozone --against`.
class AgainstTest {

    private static final String MORE = "www A 192.0.2.2\n";

    @TempDir private Path home;
    private GitFolder repository;

    @BeforeEach
    void begin() throws IOException {
        repository =
                GitFolder.in(home)
                        .commit("example.com", OzoneRuns.zone(1))
                        .commit("zones/example.net", OzoneRuns.zone(1));
        repository.git("tag", "published");
    }

    @Test
    void comparesAFileOnTheDiskWithARevision() throws IOException {
        repository.write("example.com", OzoneRuns.zone(1) + MORE);

        assertThat(repository.ozone("--against", "published", "example.com").output())
                .contains("[serial-unchanged]");
        assertThat(repository.ozone("--against", "published", "zones/example.net"))
                .hasToString("successfully checked zone example.net\n[exit status: 0]");
    }

    @Test
    void looksPastLaterCommits() throws IOException {
        repository.commit("example.com", OzoneRuns.zone(1) + MORE);

        assertThat(repository.ozone("--against", "published", "example.com").status())
                .isEqualTo(ExitStatus.NO);
        assertThat(repository.ozone("--against", "HEAD", "example.com").status())
                .isEqualTo(ExitStatus.YES);
    }

    @Test
    void findsAllThatDiffersWithoutBeingTold() throws IOException {
        repository.commit("example.com", OzoneRuns.zone(2) + MORE);
        repository.write("example.org", OzoneRuns.GOOD).write("README", "hello\n");
        Files.delete(repository.folder().resolve("zones/example.net"));

        assertThat(repository.at("zones").ozone("--against", "published"))
                .hasToString(
                        """
                        successfully checked zone example.com
                        ../example.org: note: zone 'example.org' is new [zone-added]
                        successfully checked zone example.org
                        example.net: note: zone 'example.net' is gone [zone-removed]
                        zone example.net removed
                        3 files: no errors, 2 notes
                        [exit status: 0]""");
    }

    @Test
    void saysNothingWhenNothingDiffers() {
        assertThat(repository.ozone("--against", "HEAD")).hasToString("[exit status: 0]");
    }

    @Test
    void seesFoldersWithWhatIsGoneFromThem() throws IOException {
        repository.write("zones/example.org", OzoneRuns.GOOD);
        Files.delete(repository.folder().resolve("zones/example.net"));

        assertThat(repository.ozone("--against", "published", "zones").output())
                .contains("example.net' is gone", "example.org' is new");
    }

    @Test
    void followsAZoneToItsNewPlace() throws IOException {
        repository.git("mv", "zones/example.net", "example.net");
        repository.write("example.net", OzoneRuns.zone(1) + MORE);

        assertThat(repository.ozone("--against", "published").output())
                .contains("example.net:2:9: error: ", "[serial-unchanged]")
                .doesNotContain("is gone", "is new");
    }

    @Test
    void judgesZonesWhosePartsDiffer() throws IOException {
        repository
                .commit("parts/hosts", MORE)
                .commit("example.com", OzoneRuns.zone(2) + "$INCLUDE parts/hosts\n")
                .write("parts/hosts", MORE + "ftp A 192.0.2.3\n");

        assertThat(repository.ozone("--against", "HEAD").output())
                .contains("example.com:2:9: error: ", "[serial-unchanged]", "1 file: ");
    }

    @Test
    void raisesTheSerialsOfZonesThatHaveChanged() throws IOException {
        repository.write("example.com", OzoneRuns.zone(1) + MORE);

        assertThat(
                        repository.ozone(
                                "--against",
                                "HEAD",
                                "--fix-serial=increment",
                                "example.com",
                                "zones"))
                .hasToString(
                        """
                        successfully checked zone example.com
                        serial of 'example.com' raised from 1 to 2
                        successfully checked zone example.net
                        2 files: no errors
                        [exit status: 0]""");
        assertThat(repository.folder().resolve("example.com")).hasContent(OzoneRuns.zone(2) + MORE);
        assertThat(repository.folder().resolve("zones/example.net")).hasContent(OzoneRuns.zone(1));
    }

    @Test
    void tellsARevisionThatIsNone() {
        assertThat(repository.ozone("--against", "nonsense", "example.com"))
                .hasToString(
                        "ozone: error: 'nonsense' is no revision of this repository\n[exit status: 3]");
        assertThat(repository.ozone("--against=--output=x", "example.com").errors())
                .contains("'--output=x' is no revision");
    }

    @Test
    void tellsAFileThatIsNowhere() {
        assertThat(repository.ozone("--against", "HEAD", "exmaple.com").errors())
                .contains("exmaple.com': no such file or folder");
        assertThat(repository.ozone("--against", "HEAD", "../example.com").errors())
                .contains("'../example.com' is not in this repository");
    }

    @Test
    void tellsThatThereIsNoRepository() throws IOException {
        Files.createDirectory(home.resolve("elsewhere"));
        var elsewhere = repository.at(home.resolve("elsewhere").toString());

        var run = elsewhere.ozone("--staged");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors())
                .contains("error: '" + elsewhere.folder() + "' is in no git repository\n")
                .contains("hint: run it inside of one");
    }

    @Test
    void tellsThatThereIsNoGit() {
        assertThat(repository.with("PATH", home.toString()).ozone("--staged"))
                .hasToString(
                        """
                        ozone: error: there is no 'git' on the PATH
                        ozone: hint: install git
                        [exit status: 3]""");
    }

    @Test
    void doesNotWaitForeverForGit() throws IOException {
        repository.write(
                "bin/git",
                """
                #!/bin/sh
                exec sleep 600
                """);
        assertThat(repository.folder().resolve("bin/git").toFile().setExecutable(true)).isTrue();
        String path = repository.folder().resolve("bin") + ":" + System.getenv("PATH");

        assertThat(repository.with("PATH", path).ozone("--staged", "--timeout=100ms"))
                .hasToString(
                        """
                        ozone: error: 'git rev-parse' did not finish within 100ms
                        ozone: hint: give it more time with '--timeout'
                        [exit status: 3]""");
    }
}
