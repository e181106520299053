package io.github.dnscli.dist.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Installation;
import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.installed.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The image as one file.
class TarballIT {

    private static final String TARBALL = System.getProperty("dnscli.tarball");
    private static final String TOP = "dns-cli-" + System.getProperty("dnscli.version");

    private static final Pattern ENTRY =
            Pattern.compile(
                    "(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--|l[rwx-]+) root/root +\\d+ (?<time>\\S+ \\S+) (?<path>"
                            + Pattern.quote(TOP)
                            + "/.*)");

    @TempDir private Path folder;

    @Test
    void unpacksIntoOneFolderThatRunsWithItsCaches() throws Exception {
        tar("-xzf", TARBALL, "-C", folder.toString());
        var image = new Installation(folder.resolve(TOP));
        var onlyCached = Map.of("DNSCLI_JAVA_OPTIONS", "-XX:AOTMode=on");

        for (var program : Sources.programs()) {
            assertThat(image.tool(onlyCached, program).run("--version"))
                    .isEqualTo(Installation.version(program));
        }
    }

    @Test
    void holdsNothingOfWhoMadeItWhenAndWhere() throws Exception {
        var entries = tar("--full-time", "-tvzf", TARBALL).lines().map(ENTRY::matcher).toList();

        assertThat(entries).isNotEmpty().allMatch(Matcher::matches);
        assertThat(entries.stream().map(entry -> entry.group("time")).distinct()).hasSize(1);
    }

    private static String tar(String... words) throws Exception {
        var run = new Tool(List.of("tar"), Map.of("PATH", Tool.path(), "TZ", "UTC")).run(words);
        assertThat(run.status()).as(run.errors()).isZero();
        return run.output();
    }
}
