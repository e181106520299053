package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ozone --staged`.
class StagedTest {

    private static final String MORE = "www A 192.0.2.2\n";
    private static final String BROKEN = "www AAA ::1\n";
    private static final String BROKEN_ZONE = OzoneRuns.zone(2) + BROKEN;
    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";

    @TempDir private Path home;
    private GitFolder repository;

    @BeforeEach
    void begin() throws IOException {
        repository = GitFolder.in(home).commit("example.com", OzoneRuns.zone(1));
    }

    @Test
    void saysNothingWhenNothingIsStaged() {
        assertThat(repository.ozone("--staged")).hasToString("[exit status: 0]");
    }

    @Test
    void acceptsAGoodChange() throws IOException {
        repository.stage("example.com", OzoneRuns.zone(2) + MORE);

        assertThat(repository.ozone("--staged"))
                .hasToString("successfully checked zone example.com\n[exit status: 0]");
    }

    @Test
    void refusesABrokenOneWithItsPlace() throws IOException {
        repository.stage("example.com", BROKEN_ZONE);

        var run = repository.ozone("--staged");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output())
                .startsWith("example.com:5:5: error: 'AAA' is not a record type [unknown-type]\n");
    }

    @Test
    void comparesWithTheLastCommit() throws IOException {
        repository.stage("example.com", OzoneRuns.zone(1) + MORE);

        assertThat(repository.ozone("--staged").output()).contains("[serial-unchanged]");
    }

    @Test
    void doesNotMindWhatLiesOnTheDisk() throws IOException {
        repository.stage("example.com", OzoneRuns.zone(2) + MORE);
        repository.write("example.com", BROKEN_ZONE);
        repository.write("other.example", BROKEN);

        assertThat(repository.ozone("--staged").status()).isEqualTo(ExitStatus.YES);
    }

    @Test
    void judgesWhatIsStagedOfAFileThatIsMendedOnTheDiskAlone() throws IOException {
        repository.stage("example.com", BROKEN_ZONE);
        repository.write("example.com", OzoneRuns.zone(2) + MORE);

        assertThat(repository.ozone("--staged").status()).isEqualTo(ExitStatus.NO);
    }

    @Test
    void readsNoFileFromTheDisk() throws IOException {
        repository.stage("example.com", OzoneRuns.zone(2) + MORE);
        Files.delete(repository.folder().resolve("example.com"));

        assertThat(repository.ozone("--staged").status()).isEqualTo(ExitStatus.YES);
    }

    @Test
    void saysThatAZoneIsNew() throws IOException {
        repository.stage("example.net", OzoneRuns.GOOD);

        assertThat(repository.ozone("--staged").output())
                .contains("example.net: note: zone 'example.net' is new [zone-added]");
    }

    @Test
    void saysThatAZoneIsGone() throws IOException {
        repository.git("rm", "-q", "example.com");

        assertThat(repository.ozone("--staged"))
                .hasToString(
                        """
                        example.com: note: zone 'example.com' is gone [zone-removed]
                        zone example.com removed
                        1 file: no errors, 1 note
                        [exit status: 0]""");
        assertThat(repository.ozone("--staged", "example.com").output()).contains("removed");
    }

    @Test
    void takesAnEmptiedFileForAZoneThatIsGone() throws IOException {
        repository.stage("example.com", "");

        assertThat(repository.ozone("--staged").output()).contains("[zone-removed]");
        assertThat(repository.ozone("--staged", "--max-delete=20%", "example.com"))
                .extracting(run -> run.status())
                .isEqualTo(ExitStatus.NO);
    }

    @Test
    void followsAZoneToItsNewPlace() throws IOException {
        Files.createDirectory(repository.folder().resolve("zones"));
        repository.git("mv", "example.com", "zones/example.com.zone");
        repository.stage("zones/example.com.zone", OzoneRuns.zone(1) + MORE);

        var run = repository.ozone("--staged");

        assertThat(run.output())
                .contains("zones/example.com.zone:2:", "[serial-unchanged]")
                .doesNotContain("[zone-added]", "[zone-removed]");
    }

    @Test
    void worksBeforeTheFirstCommit() throws IOException {
        var fresh = GitFolder.in(home.resolve("fresh")).stage("example.com", OzoneRuns.GOOD);

        assertThat(fresh.ozone("--staged").output()).contains("[zone-added]");
        assertThat(fresh.stage("example.com", BROKEN_ZONE).ozone("--staged").status())
                .isEqualTo(ExitStatus.NO);
    }

    @Test
    void leavesOtherFilesAlone() throws IOException {
        repository
                .stage("README.md", "# Zones\n")
                .stage("Makefile", "all:\n\tmake\n")
                .stage("my notes", "www AAA\n")
                .stage(".hidden", "www AAA\n")
                .stage("src/main.c", "int main() { return 0; }\n")
                .stage("empty", "");

        assertThat(repository.ozone("--staged")).hasToString("[exit status: 0]");
        assertThat(repository.ozone("--staged", "-v").errors())
                .contains(
                        "info: 'README.md' is passed over: nothing in it reads as a record of a zone",
                        "info: 'my notes' is passed over: its name is not that of a zone",
                        "info: '.hidden' is passed over: it is hidden");
    }

    @Test
    void judgesAFileThatWasAZoneEvenIfNothingInItReadsAsOne() throws IOException {
        repository.stage("example.com", "<html>not found</html>\n");

        assertThat(repository.ozone("--staged").status()).isEqualTo(ExitStatus.NO);
    }

    @Test
    void letsABrokenZoneBeMended() throws IOException {
        repository.commit("example.com", "www AAA ::1\n").stage("example.com", OzoneRuns.zone(2));

        assertThat(repository.ozone("--staged"))
                .hasToString(
                        """
                        example.com: note: zone 'example.com' is new: what was there has no readable SOA record [zone-added]
                        successfully checked zone example.com
                        1 file: no errors, 1 note
                        [exit status: 0]""");
    }

    @Test
    void judgesKeyFilesAndDoesNotAskWhoMayReadThem() throws IOException {
        repository.stage(
                "example.com._keys", "me._update.example.net. DNSKEY 0 3 163 " + SECRET + "\n");

        var run = repository.ozone("--staged");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output())
                .contains("[key-outside-zone]")
                .doesNotContain("[key-file-readable]", SECRET);
    }

    @Test
    void doesNotMindAKeyFileThatGoes() throws IOException {
        repository.commit("_keys", "me._update.a. DNSKEY 0 3 163 " + SECRET + "\n");
        repository.git("rm", "-q", "_keys");

        assertThat(repository.ozone("--staged")).hasToString("[exit status: 0]");
    }

    @Test
    void namesFilesFromTheFolderItIsRunIn() throws IOException {
        repository
                .stage("a b/zönes/example.net", BROKEN_ZONE)
                .stage("a b/example.org", BROKEN_ZONE)
                .write("a b/inside/x", "");

        assertThat(repository.at("a b").ozone("--staged").output())
                .contains("zönes/example.net:5:5:", "example.org:5:5:");
        assertThat(repository.at("a b/inside").ozone("--staged").output())
                .contains("../zönes/example.net:5:5:", "../example.org:5:5:");
    }

    @Test
    void takesFoldersOfAnyName() throws IOException {
        repository.stage("a\n\"b\"/example.net", BROKEN_ZONE);

        assertThat(repository.ozone("--staged").status()).isEqualTo(ExitStatus.NO);
    }

    @Test
    void isLimitedToFilesAndFolders() throws IOException {
        repository.stage("one/example.net", BROKEN_ZONE).stage("two/deep/example.org", BROKEN_ZONE);

        assertThat(repository.ozone("--staged", "two").output())
                .contains("example.org:5:5", "1 file: ")
                .doesNotContain("example.net");
        assertThat(repository.ozone("--staged", "one/example.net").output())
                .contains("example.net:5:5", "1 file: ");
        assertThat(repository.at("one").ozone("--staged", ".").output())
                .contains("example.net:5:5", "1 file: ");
        assertThat(
                        repository.ozone(
                                "--staged",
                                repository.folder().resolve("one/example.net").toString()))
                .extracting(run -> run.output())
                .asString()
                .contains("example.net:5:5", "1 file: ");
        assertThat(repository.ozone("--staged", "example.com")).hasToString("[exit status: 0]");
        assertThat(repository.ozone("--staged", "-v", "example.com").errors())
                .isEqualTo("ozone: info: 'example.com' is passed over: nothing of it is staged\n");
    }

    @Test
    void tellsNamesThatMeanNothing() throws IOException {
        assertThat(repository.ozone("--staged", "exmaple.com"))
                .hasToString(
                        "ozone: error: 'exmaple.com' is nothing that git knows\n[exit status: 3]");
        assertThat(repository.ozone("--staged", "../x").errors())
                .contains("'../x' is not in this repository");
    }

    @Test
    void respectsAnotherIndex() throws IOException {
        repository.stage("example.com", BROKEN_ZONE);
        var other = repository.with("GIT_INDEX_FILE", "other-index");
        other.git("read-tree", "HEAD");
        other.stage("example.net", OzoneRuns.GOOD);

        assertThat(other.ozone("--staged").output())
                .contains("example.net")
                .doesNotContain("example.com");
    }

    @Test
    void leavesFilesAloneThatAreOnlyMeantToBeAdded() throws IOException {
        repository.write("example.net", BROKEN).git("add", "-N", "example.net");

        assertThat(repository.ozone("--staged")).hasToString("[exit status: 0]");
    }

    @Test
    void leavesLinksAndOtherRepositoriesAlone() throws IOException {
        Files.createSymbolicLink(
                repository.folder().resolve("example.net"), Path.of("example.com"));
        repository.git("add", "example.net");

        assertThat(repository.ozone("--staged", "-v").errors())
                .contains("'example.net' is passed over: it is not a file");

        Files.delete(repository.folder().resolve("example.com"));
        Files.createSymbolicLink(
                repository.folder().resolve("example.com"), Path.of("example.net"));
        repository.git("add", "example.com");
        assertThat(repository.ozone("--staged").output()).contains("[zone-removed]");
    }

    @Test
    void tellsConflicts() throws IOException {
        repository.git("switch", "-qc", "theirs");
        repository.commit("example.com", OzoneRuns.zone(3) + MORE);
        repository.git("switch", "-q", "main");
        repository.commit("example.com", OzoneRuns.zone(2) + "ftp A 192.0.2.9\n");
        assertThat(repository.attempt("merge", "theirs").status()).isNotZero();

        assertThat(repository.ozone("--staged").errors())
                .contains("'example.com' has conflicts that are not resolved yet");

        repository.stage("example.com", OzoneRuns.zone(4) + MORE);
        assertThat(repository.ozone("--staged").status()).isEqualTo(ExitStatus.YES);
    }

    @Test
    void readsWhatZonesIncludeFromWhatIsStaged() throws IOException {
        repository
                .stage("parts/hosts", MORE)
                .stage("example.com", OzoneRuns.zone(2) + "$INCLUDE parts/hosts\n")
                .write("parts/hosts", BROKEN);

        assertThat(repository.ozone("--staged").status()).isEqualTo(ExitStatus.YES);
    }

    @Test
    void judgesZonesWhosePartsChange() throws IOException {
        repository
                .commit("parts/deep", "ftp A 192.0.2.3\n")
                .commit("parts/hosts", MORE + "$INCLUDE parts/deep\n")
                .commit("example.com", OzoneRuns.zone(2) + "$INCLUDE parts/hosts\n")
                .stage("parts/deep", "ftp A 192.0.2.4\n");

        assertThat(repository.ozone("--staged").output()).contains("[serial-unchanged]");

        repository.stage("parts/deep", "ftp AAA\n");
        assertThat(repository.ozone("--staged").output())
                .contains("parts/deep:1:5: error: ", "1 file: ");
    }

    @Test
    void missesAPartThatIsNotStaged() throws IOException {
        repository
                .write("hosts", MORE)
                .stage("example.com", OzoneRuns.zone(2) + "$INCLUDE hosts\n");

        assertThat(repository.ozone("--staged").output()).contains("[include-missing]");
    }

    @Test
    void includesNothingFromOutsideTheZonesFolderUnlessTold() throws IOException {
        repository
                .stage("parts/hosts", MORE)
                .stage("zones/example.net", OzoneRuns.GOOD + "$INCLUDE ../parts/hosts\n");

        assertThat(repository.ozone("--staged").output()).contains("[include-outside-root]");
        assertThat(repository.ozone("--staged", "--include-root=.").status())
                .isEqualTo(ExitStatus.YES);
    }

    @Test
    void showsWhatChanges() throws IOException {
        repository.stage("example.com", OzoneRuns.zone(2) + MORE);

        assertThat(repository.ozone("--staged", "--diff").output())
                .contains("+ www.example.com. 3600 IN A 192.0.2.2\n");
    }
}
