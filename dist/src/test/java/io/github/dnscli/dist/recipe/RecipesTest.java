package io.github.dnscli.dist.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The recipes hang together: each is in the index, says what to do when it fails, and leads where its links say.
class RecipesTest {

    private static final Path FOLDER = Sources.ROOT.resolve("docs/recipes");
    private static final Pattern LINK =
            Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    private static List<Path> pages() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    @Test
    void standInTheIndex() throws IOException {
        String index = Files.readString(FOLDER.resolve("README.md"));
        assertThat(pages())
                .map(page -> page.getFileName().toString())
                .filteredOn(name -> !name.equals("README.md"))
                .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadWhereTheirLinksSay(Path page) throws IOException {
        assertThat(LINK.matcher(Files.readString(page)).results())
                .allSatisfy(link -> leads(page, link));
    }

    private static void leads(Path page, MatchResult link) throws IOException {
        var target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        assertThat(target).exists();
        if (link.group(2) != null) {
            assertThat(HEADING.matcher(Files.readString(target)).results())
                    .map(heading -> anchor(heading.group(1)))
                    .contains(link.group(2));
        }
    }

    /// The name that GitHub gives a heading.
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }

    @ParameterizedTest
    @MethodSource("pages")
    void endWithWhatToDoWhenTheyFail(Path page) throws IOException {
        if (!page.endsWith("README.md")) {
            var headings = HEADING.matcher(Files.readString(page)).results().toList();
            assertThat(headings.getLast().group(1)).isEqualTo("When it fails");
        }
    }
}
