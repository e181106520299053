package io.github.dnscli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The catalog of jbang with the real jbang, offline, from a repository of files.
class JbangIT {

    private static final int RUN_WHAT_I_PRINTED = 255;
    private static final Path LOCAL_REPOSITORY = Path.of(System.getProperty("dnscli.repository"));
    private static final Path CATALOG = Sources.ROOT.resolve("jbang-catalog.json");

    @TempDir private static Path folder;

    private static Tool jbang = new Tool(List.of(), Map.of());

    @BeforeAll
    static void publish() throws IOException {
        var repository = FileRepository.publish(folder.resolve("repository"));
        jbang = jbang(repository);
    }

    private static Tool jbang(Path repository) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var environment = new HashMap<>(Map.of("PATH", Tool.path()));
        environment.put("HOME", folder.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JBANG_DIR", folder.resolve("jbang").toString());
        environment.put("JBANG_CACHE_DIR", folder.resolve("cache").toString());
        environment.put("JBANG_REPO", folder.resolve("local").toString());
        environment.put("JBANG_NO_VERSION_CHECK", "true");
        return new Tool(
                List.of(
                        java,
                        // Its own offline mode keeps it from repositories of files, too; this keeps
                        // it from the net.
                        "-Dhttp.proxyHost=127.0.0.1",
                        "-Dhttp.proxyPort=9",
                        "-Dhttps.proxyHost=127.0.0.1",
                        "-Dhttps.proxyPort=9",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.jbang.Main",
                        "run",
                        "--repos",
                        "ours=" + repository.toUri() + ",others=" + LOCAL_REPOSITORY.toUri(),
                        "--catalog",
                        CATALOG.toString()),
                environment);
    }

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.Sources#programs")
    void runsEveryAlias(String program) throws Exception {
        var prepared = jbang.run(program, "--version");
        assertThat(prepared.status()).as(prepared.errors()).isEqualTo(RUN_WHAT_I_PRINTED);

        var run = new Tool(List.of("/bin/sh", "-c"), jbang.environment()).run(prepared.output());

        assertThat(run.output()).as(run.errors()).startsWith(program + " ");
        assertThat(run.status()).isZero();
    }
}
