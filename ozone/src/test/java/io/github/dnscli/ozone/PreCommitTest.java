package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The hooks for the pre-commit framework.
class PreCommitTest {

    private static final Path HOOKS = Path.of("../.pre-commit-hooks.yaml");

    @Test
    void sayWhatTheCommandUnderstands() throws IOException {
        assertThat(values("entry"))
                .containsExactly("ozone --staged", "ozone")
                .allSatisfy(
                        entry -> {
                            var words = List.of(entry.split(" "));
                            Launcher.model(new OzoneCommand())
                                    .parseArgs(
                                            words.subList(1, words.size()).toArray(String[]::new));
                        });
    }

    @Test
    void takeTheFilesThatSayTheyAreZonesOrKeys() throws IOException {
        var files = Pattern.compile(values("files").getFirst().replace("'", ""));

        assertThat(List.of("a/example.com.zone", "db.example.com", "_keys", "a/example.com._keys"))
                .allMatch(files.asPredicate());
        assertThat(List.of("a/README", "example.c", "zone", "my_keys"))
                .noneMatch(files.asPredicate());
    }

    private static List<String> values(String name) throws IOException {
        return Pattern.compile("(?m)^  " + name + ": (.*)$")
                .matcher(Files.readString(HOOKS))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
