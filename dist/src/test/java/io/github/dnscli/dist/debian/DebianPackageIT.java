package io.github.dnscli.dist.debian;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.installed.Tool;
import io.github.dnscli.testkit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The package for Debian, as a file.
class DebianPackageIT {

    private static final Path IMAGE = Path.of(System.getProperty("dnscli.image"));
    private static final Path DEB = Path.of(System.getProperty("dnscli.deb"));

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");

    @TempDir private Path folder;

    @Test
    void linksEveryProgram() throws Exception {
        assertThat(list())
                .filteredOn(line -> line.contains("./usr/bin/") && line.contains(" -> "))
                .map(line -> line.substring(line.indexOf("./usr")))
                .containsExactlyInAnyOrderElementsOf(
                        Sources.programs().stream()
                                .map("./usr/bin/%1$s -> ../lib/dns-cli/bin/%1$s"::formatted)
                                .toList());
    }

    @Test
    void belongsToRootAndIsAsOldAsTheSources() throws Exception {
        assertThat(list())
                .allMatch(line -> line.matches("[-dl]rw[-x]r[-w][-x]r[-w][-x] root/root .*"));
        assertThat(list())
                .map(line -> line.replaceFirst(".* (\\S+ \\S+) \\./.*", "$1"))
                .hasSizeGreaterThan(1)
                .containsOnly("2026-11-22 00:00");
    }

    /// Each file that can be run in the image can be run where it is installed, and no other.
    @Test
    void keepsWhatCanBeRun() throws Exception {
        Tool.installed(Peer.DPKG_DEB).run("--extract", DEB.toString(), folder.toString());
        assertThat(runnable(folder.resolve("usr/lib/dns-cli"))).isEqualTo(runnable(IMAGE));
        assertThat(folder.resolve("usr/share/dns-cli/hooks"))
                .isDirectoryContaining(Files::isExecutable);
    }

    @Test
    void leadsFromTheReadmeToWhatIsThere() throws Exception {
        Tool.installed(Peer.DPKG_DEB).run("--extract", DEB.toString(), folder.toString());
        var documents = folder.resolve("usr/share/doc/dns-cli");
        assertThat(LINK.matcher(Files.readString(documents.resolve("README.md"))).results())
                .extracting(link -> link.group(1))
                .contains("checks.md", "recipes/README.md", "drawings/road.svg")
                .filteredOn(link -> !link.startsWith("https://"))
                .allMatch(link -> Files.exists(documents.resolve(link)));
    }

    private static List<String> runnable(Path root) throws Exception {
        try (var files = Files.walk(root)) {
            return files.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !name.startsWith("share"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void namesTheLicencesOfAllLibraries() throws Exception {
        var copyright = Files.readString(Sources.ROOT.resolve("dist/src/main/deb/copyright"));
        var licences =
                Files.readAllLines(IMAGE.resolve("share/doc/licenses/README.md")).stream()
                        .filter(line -> line.contains(".txt]"))
                        .map(line -> line.split(" \\| ", -1)[2]);
        assertThat(licences)
                .isNotEmpty()
                .allMatch(licence -> copyright.contains("\nLicense: " + licence + "\n"));
    }

    private static List<String> list() throws Exception {
        return Tool.installed(Peer.DPKG_DEB)
                .run("--contents", DEB.toString())
                .output()
                .lines()
                .toList();
    }
}
