package io.github.dnscli.dist.jbang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.installed.Tool;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The catalog of jbang with the real jbang, offline, from repositories of files.
class JbangIT {

    private static final String CATALOG = Sources.ROOT.resolve("jbang-catalog.json").toString();

    @TempDir private static Path folder;
    @TempDir private static Path other;

    private static Jbang published;
    private static Jbang installed;

    @BeforeAll
    static void publish() throws IOException {
        published = Jbang.afterPublishing(folder);
        installed = Jbang.afterInstalling(other);
    }

    private static void assertRuns(Tool.Run run, String program) {
        assertThat(run.output()).as(run.errors()).startsWith(program + " ");
        assertThat(run.errors()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void runsAnAlias() throws Exception {
        runsEveryAlias("oserve");
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.installed.Sources#programs")
    void runsEveryAlias(String program) throws Exception {
        assertRuns(published.run(folder, "--catalog", CATALOG, program, "--version"), program);
    }

    @Test
    void runsAliasesWithinACheckout() throws Exception {
        assertRuns(installed.run(Sources.ROOT, "ozone@.", "--version"), "ozone");
    }

    @Test
    void runsAliasesOfACheckoutElsewhere() throws Exception {
        assertRuns(installed.run(other, "onotify@" + Sources.ROOT, "--version"), "onotify");
    }
}
