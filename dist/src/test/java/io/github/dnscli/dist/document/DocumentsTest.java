package io.github.dnscli.dist.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.installed.Tool;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {

    private static final String REMEDY =
            "to refresh manual pages, completions and the recording: mvn -q package -DskipTests -Pdocuments";

    static Set<Path> documents() {
        return Documents.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void areCheckedInAsTheCommandsSayThem(Path document) {
        assertThat(Sources.ROOT.resolve(document))
                .as(REMEDY)
                .isRegularFile()
                .content()
                .as(REMEDY)
                .isEqualTo(Documents.all().get(document));
    }

    @Test
    void includeNothingOfCommandsThatAreGone() throws IOException {
        var found = new TreeSet<Path>();
        for (var folder : new String[] {"man", "completions"}) {
            try (Stream<Path> files = Files.walk(Sources.ROOT.resolve(folder))) {
                files.filter(Files::isRegularFile)
                        .map(Sources.ROOT::relativize)
                        .forEach(found::add);
            }
        }
        assertThat(documents()).containsAll(found);
    }

    static List<Path> pages() {
        return documents().stream().filter(document -> document.startsWith("man")).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void renderWithoutWarningsByMan(Path page) throws Exception {
        var run =
                Tool.installed(Peer.MAN)
                        .run("--warnings", "-l", Sources.ROOT.resolve(page).toString());

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).contains("NAME", "SEE ALSO");
    }

    @Test
    void passTheLintOfMandoc() throws Exception {
        var files = pages().stream().map(page -> Sources.ROOT.resolve(page).toString());

        var run =
                Tool.installed(Peer.MANDOC)
                        .run(
                                Stream.concat(Stream.of("-Tlint", "-Wstyle"), files)
                                        .toArray(String[]::new));

        assertThat(run.output() + run.errors()).isEmpty();
    }

    /// Programs that are several in one have a page for each.
    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.installed.Sources#programs")
    void haveAPageForEveryProgram(String program) {
        assertThat(pages()).contains(Path.of("man", program + ".1"));
    }
}
