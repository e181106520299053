package io.github.dnscli.server.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the guide says about servers that do not follow RFC 2136.
class UpdateGuideTest {

    private static final List<String> SERVERS = List.of("ours", "named", "knotd");
    private static final Path GUIDE = Path.of("..", "docs", "update.md");

    @Test
    void listsEveryDeviationInTheTable() throws IOException {
        var rows =
                UpdateCase.all().stream()
                        .filter(row -> SERVERS.stream().anyMatch(s -> !row.deviation(s).isEmpty()))
                        .map(UpdateGuideTest::line)
                        .toList();
        var listed =
                Files.readAllLines(GUIDE).stream().filter(line -> line.startsWith("| §")).toList();
        assertThat(listed).containsExactlyElementsOf(rows);
    }

    private static String line(UpdateCase row) {
        String cells =
                SERVERS.stream()
                        .map(server -> " " + row.deviation(server))
                        .map(String::stripTrailing)
                        .collect(Collectors.joining(" |"));
        return "| %s | %s |%s |".formatted(row.title(), row.answer("RFC"), cells);
    }

    @Test
    void givesAReasonForEveryDeviation() {
        for (var row : UpdateCase.all()) {
            for (String server : SERVERS) {
                boolean deviates =
                        row.lines().keySet().stream().anyMatch(key -> key.startsWith(server + " "));
                assertThat(row.deviation(server).isEmpty())
                        .as("%s: %s", server, row)
                        .isEqualTo(!deviates);
            }
        }
    }
}
