package io.github.dnscli.dist.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.dnscli.dist.installed.Installation;
import io.github.dnscli.dist.installed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The image as it is installed.
class ImageIT {

    private static final Installation IMAGE = Installation.OF_BUILD;

    @TempDir private Path folder;

    @Test
    void startsFromAFolderWithSpacesThroughSymbolicLinks() throws Exception {
        var moved = IMAGE.copyTo(folder.resolve("a folder with 'spaces'"));
        Files.createSymbolicLink(folder.resolve("first"), moved.program("ozone"));
        Files.createSymbolicLink(folder.resolve("second link"), Path.of("first"));
        Files.createSymbolicLink(folder.resolve("linked folder"), moved.folder());

        assertThat(installed(folder.resolve("second link")).run("--version"))
                .isEqualTo(Installation.version("ozone"));
        assertThat(
                        installed(folder.resolve("linked folder/bin/oserve"))
                                .run("certifier", "root", "--state", folder + "/state")
                                .output())
                .startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void startsWhenFoundOnThePathAndFromWhereItLies() throws Exception {
        String path = IMAGE.program("ozone").getParent() + ":" + Tool.path();
        var shell = new Tool(List.of("/bin/sh"), Map.of("PATH", path));

        for (var line :
                List.of(
                        "ozone --version",
                        "cd '" + IMAGE.folder() + "/bin' && ./ozone --version",
                        "cd '" + IMAGE.folder() + "' && bin/ozone --version")) {
            assertThat(shell.run("-c", line)).as(line).isEqualTo(Installation.version("ozone"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.installed.Sources#programs")
    void needsNoJavaOfTheMachine(String program) throws Exception {
        var bare = folder.resolve("bin");
        Files.createDirectory(bare);
        Files.createSymbolicLink(bare.resolve("sh"), Path.of("/bin/sh"));
        var environment = Map.of("PATH", bare.toString(), "JAVA_HOME", "/nonexistent");

        assertThat(IMAGE.tool(environment, program).run("--version"))
                .isEqualTo(Installation.version(program));
    }

    @Test
    void startsWhereNothingCanBeWritten() throws Exception {
        var zone = folder.resolve("example.org");
        Files.writeString(
                zone, "@ 1 SOA ns h 1 3600 900 1209600 300\n@ 1 NS ns\nns 1 A 192.0.2.1\n");
        var namespace = new Tool(List.of("unshare", "-rm", "/bin/sh", "-c"), environment());
        assumeThat(namespace.run("true").status()).as("unshare works here").isZero();

        var run =
                namespace.run(
                        """
                        mount --bind '%1$s' '%1$s' && mount -o remount,ro,bind '%1$s' && ! touch '%1$s/x' 2>&1 &&
                        exec '%1$s/bin/ozone' '%2$s' 2>&1
                        """
                                .formatted(IMAGE.folder(), zone));

        assertThat(run.output()).endsWith("successfully checked zone example.org\n");
    }

    @Test
    void passesArgumentsAndStatusOn() throws Exception {
        var run = IMAGE.tool(Map.of(), "ozone").run("--no such option", "*", " ");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors()).startsWith("ozone: error: unknown option '--no such option'\n");
    }

    @Test
    void carriesTheGuideToTheChecks() throws Exception {
        var run = IMAGE.tool(Map.of(), "ozone").run("--explain", "missing-glue");

        assertThat(run.output()).startsWith("missing-glue\n\n").contains("RFC 9471");
    }

    @ParameterizedTest
    @FieldSource("io.github.dnscli.dist.program.Family#ALL_JARS")
    void leavesNoSignaturesInTheJars(String name) throws IOException {
        try (var jar = new ZipFile(IMAGE.library().resolve(name).toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(entry -> entry.matches("META-INF/.*\\.(SF|RSA|DSA)"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.installed.Sources#programs")
    void holdsManualPagesAndCompletions(String program) {
        assertThat(IMAGE.folder().resolve("man/man1").resolve(program + ".1")).isRegularFile();
        var completions = IMAGE.folder().resolve("completions");
        assertThat(completions.resolve("bash").resolve(program)).isRegularFile();
        assertThat(completions.resolve("zsh").resolve("_" + program)).isRegularFile();
        assertThat(completions.resolve("fish").resolve(program + ".fish")).isRegularFile();
    }

    private static Tool installed(Path program) {
        return new Tool(List.of(program.toString()), environment());
    }

    private static Map<String, String> environment() {
        return Map.of("PATH", Tool.path());
    }
}
