package io.github.dnscli.dist.jbang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The real jbang, offline. What it would fetch from the world comes from the local repository that builds use.
///
/// @param folder keeps all that it writes
/// @param options where it finds our artifacts
record Jbang(Path folder, List<String> options) {

    private static final int RUN_WHAT_I_PRINTED = 255;
    private static final Path LOCAL_REPOSITORY = Path.of(System.getProperty("dnscli.repository"));
    private static final String OTHERS = "others=" + LOCAL_REPOSITORY.toUri();

    /// {@return one for which our artifacts are published}
    static Jbang afterPublishing(Path folder) throws IOException {
        var repository = FileRepository.publish(folder.resolve("repository"));
        return new Jbang(folder, List.of("--repos", "ours=" + repository.toUri() + "," + OTHERS));
    }

    /// {@return one for which a checkout has been installed into the repository of the user, and nothing is published}
    static Jbang afterInstalling(Path folder) throws IOException {
        FileRepository.publish(folder.resolve("local"));
        return new Jbang(folder, List.of("--repos", OTHERS));
    }

    /// {@return what is to be executed}
    ///
    /// @param from the folder it is called in
    String prepare(Path from, String... arguments) throws IOException, InterruptedException {
        var line =
                new ArrayList<>(
                        List.of(
                                "cd \"$0\" && exec \"$@\"",
                                from.toString(),
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                // Its own offline mode keeps it from repositories of files, too;
                                // this keeps it from the net.
                                "-Dhttp.proxyHost=127.0.0.1",
                                "-Dhttp.proxyPort=9",
                                "-Dhttps.proxyHost=127.0.0.1",
                                "-Dhttps.proxyPort=9",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.jbang.Main",
                                "run"));
        line.addAll(options);
        line.addAll(List.of(arguments));
        var prepared = shell().run(line.toArray(String[]::new));
        assertThat(prepared.status()).as(prepared.errors()).isEqualTo(RUN_WHAT_I_PRINTED);
        return prepared.output();
    }

    /// {@return what came of a run}
    Tool.Run run(Path from, String... arguments) throws IOException, InterruptedException {
        return shell().run(prepare(from, arguments));
    }

    private Tool shell() {
        return new Tool(
                List.of("/bin/sh", "-c"),
                Map.of(
                        "PATH", Tool.path(),
                        "HOME", folder.toString(),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "JBANG_DIR", folder.resolve("jbang").toString(),
                        "JBANG_CACHE_DIR", folder.resolve("cache").toString(),
                        "JBANG_REPO", folder.resolve("local").toString(),
                        "JBANG_NO_VERSION_CHECK", "true"));
    }
}
