package io.github.dnscli.dist.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The drawing of the README is of what is written.
class DrawingsTest {

    private static final Path DRAWINGS = Sources.ROOT.resolve("docs/drawings");
    private static final Pattern LABEL = Pattern.compile("label=<(.*?)>(?=[ \\]])");

    /// `docs/drawings/draw` makes it anew.
    @Test
    void theRoadIsDrawnAsItIsWritten() throws IOException {
        String drawn = Files.readString(DRAWINGS.resolve("road.svg")).replace("&#45;", "-");
        var words = LABEL.matcher(Files.readString(DRAWINGS.resolve("road.dot"))).results();
        assertThat(words.flatMap(label -> Stream.of(label.group(1).split("<[^>]*>|&#160;"))))
                .map(String::strip)
                .isNotEmpty()
                .allSatisfy(word -> assertThat(drawn).contains(word));
    }
}
