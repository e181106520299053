package io.github.dnscli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {

    private static final String REMEDY =
            "to refresh manual pages and completions: mvn -q package -DskipTests -Pdocuments";

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

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.Sources#programs")
    void renderWithoutWarningsByMan(String program) throws Exception {
        var run = Tool.installed(Peer.MAN).run("--warnings", "-l", page(program));

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).contains("NAME", "EXIT STATUS", program);
    }

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.Sources#programs")
    void passTheLintOfMandoc(String program) throws Exception {
        var run = Tool.installed(Peer.MANDOC).run("-Tlint", "-Wstyle", page(program));

        assertThat(run.output() + run.errors()).isEmpty();
    }

    private static String page(String program) {
        return Sources.ROOT.resolve("man").resolve(program + ".1").toString();
    }
}
