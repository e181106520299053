package io.github.dnscli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The image as it is installed.
class ImageIT {

    private static final Path IMAGE = Path.of(System.getProperty("dnscli.image"));
    private static final String VERSION = Version.withCommit();
    private static final String HINT =
            "ozone: hint: install a Java of 25 or newer, or set DNSCLI_JAVA_HOME to the folder of one\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.Sources#programs")
    void startsEveryProgramWithItsCache(String program) throws Exception {
        // With this mode the JVM refuses to run without the cache.
        var run =
                image(IMAGE, Map.of("DNSCLI_JAVA_OPTIONS", "-XX:AOTMode=on"), program)
                        .run("--version");

        assertThat(run).isEqualTo(new Tool.Run(0, program + " " + VERSION + "\n", ""));
    }

    @Test
    void startsFromAFolderWithSpacesThroughSymbolicLinks() throws Exception {
        var moved = copyOfImage(folder.resolve("a folder with 'spaces'"));
        Files.createSymbolicLink(folder.resolve("first"), moved.resolve("bin/ozone"));
        Files.createSymbolicLink(folder.resolve("second link"), Path.of("first"));
        var linked =
                new Tool(List.of(folder.resolve("second link").toString()), environment(Map.of()));

        assertThat(linked.run("--version").output()).isEqualTo("ozone " + VERSION + "\n");
    }

    @Test
    void startsWhenFoundOnThePath() throws Exception {
        String path = IMAGE.resolve("bin") + ":" + Tool.path();
        var shell = new Tool(List.of("/bin/sh"), environment(Map.of("PATH", path)));

        assertThat(shell.run("-c", "ozone --version").output()).startsWith("ozone ");
    }

    @Test
    void doesWithoutACache() throws Exception {
        var moved = copyOfImage(folder.resolve("image"));
        for (var cache : caches(moved)) {
            Files.delete(cache);
        }

        assertThat(image(moved, Map.of(), "ozone").run("--version"))
                .isEqualTo(new Tool.Run(0, "ozone " + VERSION + "\n", ""));
    }

    @Test
    void saysNothingOfABrokenCache() throws Exception {
        var moved = copyOfImage(folder.resolve("image"));
        for (var cache : caches(moved)) {
            Files.writeString(cache, "not a cache");
        }

        assertThat(image(moved, Map.of(), "ozone").run("--version"))
                .isEqualTo(new Tool.Run(0, "ozone " + VERSION + "\n", ""));
    }

    @Test
    void passesArgumentsAndStatusOn() throws Exception {
        var run = image(IMAGE, Map.of(), "ozone").run("--no such option", "*", "");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors()).startsWith("ozone: error: unknown option '--no such option'\n");
    }

    @Test
    void carriesTheGuideToTheChecks() throws Exception {
        var run = image(IMAGE, Map.of(), "ozone").run("--explain", "missing-glue");

        assertThat(run.output()).startsWith("missing-glue\n\n").contains("RFC 9471");
    }

    @Test
    void takesTheJavaThatItIsTold() throws Exception {
        var run = image(IMAGE, Map.of("DNSCLI_JAVA_HOME", folder.toString()), "ozone").run();

        assertThat(run)
                .isEqualTo(
                        new Tool.Run(
                                3,
                                "",
                                "ozone: error: no Java of 25 or newer in DNSCLI_JAVA_HOME, '"
                                        + folder
                                        + "'\n"
                                        + HINT));
    }

    @Test
    void passesOverAJavaThatIsTooOld() throws Exception {
        var old = folder.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
        assertThat(old.resolve("bin/java").toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"24.0.2\"\n");

        var passed = image(IMAGE, Map.of("JAVA_HOME", old.toString()), "ozone").run("--version");
        var told =
                image(IMAGE, Map.of("DNSCLI_JAVA_HOME", old.toString()), "ozone").run("--version");

        assertThat(passed.output()).startsWith("ozone ");
        assertThat(told.status()).isEqualTo(3);
    }

    @Test
    void leavesNoSignaturesInTheJar() throws IOException {
        try (var jar = new ZipFile(IMAGE.resolve("lib/dns-cli.jar").toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.Sources#programs")
    void holdsManualPagesAndCompletions(String program) {
        assertThat(IMAGE.resolve("man/man1").resolve(program + ".1")).isRegularFile();
        assertThat(IMAGE.resolve("completions/bash").resolve(program)).isRegularFile();
        assertThat(IMAGE.resolve("completions/zsh").resolve("_" + program)).isRegularFile();
        assertThat(IMAGE.resolve("completions/fish").resolve(program + ".fish")).isRegularFile();
    }

    private static List<Path> caches(Path image) throws IOException {
        try (var files = Files.list(image.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".aot")).toList();
        }
    }

    private static Tool image(Path image, Map<String, String> more, String program) {
        return new Tool(
                List.of(image.resolve("bin").resolve(program).toString()), environment(more));
    }

    /// The Java of the tests is that of the build, for which the cache was made.
    private static Map<String, String> environment(Map<String, String> more) {
        var environment = new HashMap<>(Map.of("PATH", Tool.path(), "HOME", "/nonexistent"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(more);
        return environment;
    }

    private static Path copyOfImage(Path to) throws IOException {
        try (var files = Files.walk(IMAGE)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(IMAGE.relativize(file).toString()));
            }
        }
        return to;
    }
}
