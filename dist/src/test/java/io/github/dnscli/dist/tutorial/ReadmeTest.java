package io.github.dnscli.dist.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The Java that the README and the guides show is that of the examples, which the build compiles and runs.
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern ARTIFACT = Pattern.compile("[>:]dns-cli-([a-z-]+)");

    private static List<String> shown(String page) throws IOException {
        var blocks = JAVA.matcher(Files.readString(Sources.ROOT.resolve(page)));
        var shown = new ArrayList<String>();
        while (blocks.find()) {
            shown.add(unindented(blocks.group(1)));
        }
        return shown;
    }

    private static String examples() throws IOException {
        try (var files = Files.walk(Sources.ROOT.resolve("examples"))) {
            var all = new StringBuilder();
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(unindented(Files.readString(file)));
            }
            return all.toString();
        }
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, 2",
        "docs/embedding.md, 4",
        "docs/service.md, 1",
        "docs/recipes/embedding.md, 3"
    })
    void showsWhatTheExamplesHold(String page, int blocks) throws IOException {
        String examples = examples();
        assertThat(shown(page))
                .hasSize(blocks)
                .allSatisfy(block -> assertThat(examples).contains(block));
    }

    @Test
    void namesArtifactsThatThereAre() throws IOException {
        var page = Files.readString(Sources.ROOT.resolve("docs/recipes/embedding.md"));
        assertThat(ARTIFACT.matcher(page).results().map(found -> found.group(1)))
                .hasSize(3)
                .allSatisfy(module -> assertThat(Sources.ROOT.resolve(module)).isDirectory());
    }

    @Test
    void theEmbeddedServerTakesLessThanTwentyLines() throws IOException {
        var file = Path.of("examples/embedded-server/src/main/java/EmbeddedServer.java");
        assertThat(Files.readAllLines(Sources.ROOT.resolve(file))).hasSizeLessThan(20);
    }
}
