package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hook that `ozone --install-hook` writes, run by git.
class HookTest {

    private static final int ZONES = 200;
    private static final String MORE = "www A 192.0.2.2\n";
    private static final String BROKEN = "www AAA ::1\n";

    @TempDir private Path home;
    private GitFolder repository;

    @BeforeEach
    void begin() throws IOException {
        repository = GitFolder.in(home);
        for (int i = 0; i < ZONES; i++) {
            repository.write("zones/z" + i + ".example", OzoneRuns.zone(1));
        }
        repository.write(
                "zones/z1.example._keys",
                "me._update.z1.example. DNSKEY 0 3 163 kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=\n");
        repository.git("add", ".");
        repository.git("commit", "-qm", "zones");
        assertThat(repository.ozone("--install-hook").status()).isEqualTo(ExitStatus.YES);
    }

    @Test
    void refusesABrokenChangeAndSaysWhy() throws IOException {
        repository.stage("zones/z7.example", OzoneRuns.zone(2) + BROKEN);

        var commit = repository.attempt("commit", "-qm", "broken");

        assertThat(commit.status()).isNotZero();
        assertThat(commit.output())
                .contains(
                        "zones/z7.example:5:5: error: 'AAA' is not a record type [unknown-type]",
                        "1 file: 1 error");
        assertThat(repository.git("log", "--format=%s")).isEqualTo("zones\n");
    }

    @Test
    void letsAGoodChangePassWhateverLiesUnstagedOnTheDisk() throws IOException {
        repository.write("zones/z8.example", BROKEN);
        repository.stage("zones/z7.example", OzoneRuns.zone(2) + MORE);

        repository.git("commit", "-qm", "good");

        assertThat(repository.git("log", "--format=%s")).startsWith("good\n");
    }

    @Test
    void judgesAPartlyStagedFileAsStaged() throws IOException {
        repository.stage("zones/z7.example", OzoneRuns.zone(2) + MORE);
        repository.write("zones/z7.example", OzoneRuns.zone(2) + MORE + BROKEN);
        repository.git("commit", "-qm", "good");

        repository.stage("zones/z9.example", OzoneRuns.zone(2) + BROKEN);
        repository.write("zones/z9.example", OzoneRuns.zone(2) + MORE);
        assertThat(repository.attempt("commit", "-qm", "broken").status()).isNotZero();
    }

    @Test
    void judgesACommitOfEverythingOrOfOneFile() throws IOException {
        repository.write("zones/z7.example", OzoneRuns.zone(2) + BROKEN);

        assertThat(repository.attempt("commit", "-qam", "all").output()).contains("[unknown-type]");
        assertThat(repository.attempt("commit", "-qm", "one", "zones/z7.example").output())
                .contains("[unknown-type]");

        repository.write("zones/z8.example", OzoneRuns.zone(2) + MORE);
        repository.git("commit", "-qm", "another", "zones/z8.example");
    }

    @Test
    void judgesManyZonesAtOnce() throws IOException {
        for (int i = 0; i < ZONES; i++) {
            repository.write("zones/z" + i + ".example", OzoneRuns.zone(2) + MORE);
        }
        repository.write("zones/z123.example", OzoneRuns.zone(1) + MORE);

        var commit = repository.attempt("commit", "-qam", "all");

        assertThat(commit.status()).isNotZero();
        assertThat(commit.output())
                .contains("zones/z123.example:2:9: error: ", ZONES + " files: 1 error");
    }

    @Test
    void refusesABrokenKeyWithoutShowingIt() throws IOException {
        repository.stage(
                "zones/z1.example._keys", "me._update.z1.example. DNSKEY 0 3 163 c2Vj!cmV0\n");

        var commit = repository.attempt("commit", "-qm", "key");

        assertThat(commit.status()).isNotZero();
        assertThat(commit.output()).contains("[key-record]").doesNotContain("c2Vj!cmV0");
    }

    @Test
    void letsACommitWithoutZonesPassInSilence() throws IOException {
        repository.stage("notes/to do.txt", "nothing\n");

        assertThat(repository.git("commit", "-qm", "notes")).isEmpty();
    }

    @Test
    void worksInAnotherWorktree() throws IOException {
        repository.git("worktree", "add", "-q", "../other tree", "-b", "other");
        var other = repository.at("../other tree");
        other.stage("zones/z7.example", OzoneRuns.zone(2) + BROKEN);

        assertThat(other.attempt("commit", "-qm", "broken").output()).contains("[unknown-type]");
        assertThat(other.ozone("--install-hook").output()).contains("installed already");
    }

    @Test
    void worksFromAFolderWithin() throws IOException {
        repository.stage("a b/example.net", OzoneRuns.GOOD + BROKEN);

        assertThat(repository.at("a b").attempt("commit", "-qm", "broken").output())
                .contains("a b/example.net:5:5: error: ");
    }

    @Test
    void saysSoWhenItCannotFindItself() throws IOException {
        repository.stage("zones/z7.example", OzoneRuns.zone(2) + MORE);
        var elsewhere = repository.with("PATH", System.getenv("PATH"));

        assertThat(elsewhere.attempt("commit", "-qm", "good").output())
                .contains("pre-commit: error: there is no 'ozone' on the PATH");
    }

    @Test
    void isInstalledOnce() {
        assertThat(repository.ozone("--install-hook").output())
                .isEqualTo(
                        "hook is installed already: '%s'\n"
                                .formatted(repository.folder().resolve(".git/hooks/pre-commit")));
    }

    @Test
    void isWrittenAnewWhenItIsOurs() throws IOException {
        var hook = repository.folder().resolve(".git/hooks/pre-commit");
        Files.writeString(hook, Files.readString(hook) + "# of old\n");

        assertThat(repository.ozone("--install-hook").output()).startsWith("hook installed: ");
        assertThat(Files.readString(hook)).doesNotContain("of old");
        assertThat(Files.isExecutable(hook)).isTrue();
    }

    @Test
    void neverTakesThePlaceOfAnother() throws IOException {
        var hook = repository.folder().resolve(".git/hooks/pre-commit");
        Files.writeString(hook, "#!/bin/sh\nexec true\n");

        assertThat(repository.ozone("--install-hook"))
                .hasToString(
                        """
                        ozone: error: there is another hook already, which stays: '%s'
                        ozone: hint: add this line to it: ozone --staged || exit
                        [exit status: 1]"""
                                .formatted(hook));
        assertThat(hook).hasContent("#!/bin/sh\nexec true\n");
    }

    @Test
    void isContentWithAHookOfOthersThatRunsUs() throws IOException {
        var hook = repository.folder().resolve(".git/hooks/pre-commit");
        Files.writeString(hook, "#!/bin/sh\nozone --staged || exit\nexec true\n");

        assertThat(repository.ozone("--install-hook").status()).isEqualTo(ExitStatus.YES);
    }

    @Test
    void goesWhereGitLooks() throws IOException {
        repository.git("config", "core.hooksPath", "our hooks");

        assertThat(repository.at("zones").ozone("--install-hook").status())
                .isEqualTo(ExitStatus.YES);
        assertThat(repository.folder().resolve("our hooks/pre-commit")).isExecutable();

        repository.stage("zones/z7.example", OzoneRuns.zone(2) + BROKEN);
        assertThat(repository.attempt("commit", "-qm", "broken").output())
                .contains("[unknown-type]");
    }

    @Test
    void wantsARepository() {
        var elsewhere = repository.at(home.resolve("programs").toString());

        assertThat(elsewhere.ozone("--install-hook").status()).isEqualTo(ExitStatus.UNKNOWN);
    }
}
