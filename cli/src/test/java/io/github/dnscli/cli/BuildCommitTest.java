package io.github.dnscli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildCommitTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "89abcdef0123456789abcdef0123456789abcdef";

    @Test
    void isThatOfTheRepository() {
        assertThat(BuildCommit.of("$Format:%H$", HASH, "false"))
                .hasValueSatisfying(
                        commit -> assertThat(commit.words()).isEqualTo("commit 0123456789"));
    }

    @Test
    void saysWhenFilesWereChanged() {
        assertThat(BuildCommit.of("$Format:%H$", HASH, "true"))
                .hasValueSatisfying(
                        commit ->
                                assertThat(commit.words())
                                        .isEqualTo("commit 0123456789 and local changes"));
    }

    @Test
    void isThatOfTheArchiveWhereverItLies() {
        assertThat(BuildCommit.of(HASH, OTHER, "true")).contains(new BuildCommit(HASH, false));
    }

    @Test
    void isLeftOutWhereNothingTells() {
        assertThat(BuildCommit.of("$Format:%H$", "${git.commit.id}", "${git.dirty}")).isEmpty();
    }
}
