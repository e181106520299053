package io.github.dnscli.dist.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is the same in every country: in an Arabic one `%d` gives digits that no name server reads, and takes
/// its time to find out which; `%s` does not ask.
class LocaleTest {

    private static final Pattern OF_THE_COUNTRY =
            Pattern.compile(
                    "%(\\d+\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?[dfeEgG]|%(\\d+\\$)?[tT][A-Za-z]"
                            + "|ofPattern\\(|ofLocalized|NumberFormat\\b|DecimalFormat");

    static Stream<String> modules() throws IOException {
        try (var folders = Files.list(Sources.ROOT)) {
            // The others are for developers only, and a shell's '%d' stands in one of them.
            return folders
                    .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("dist") && !name.equals("testkit"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void isNotAsked(String module) throws IOException {
        try (var files = Files.walk(Sources.ROOT.resolve(module).resolve("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(LocaleTest::asksNothing);
        }
    }

    private static void asksNothing(Path file) throws IOException {
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> OF_THE_COUNTRY.matcher(line).find())
                .allMatch(line -> line.contains("Locale.ROOT"));
    }
}
