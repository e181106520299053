package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The table of failures in the documents, which says what tests see.
final class FailureTable {

    private static final Path PAGE =
            Path.of(System.getProperty("dnscli.root", ".."), "docs", "issuing.md");

    private FailureTable() {}

    /// Wants the documents to say what was seen.
    ///
    /// @param what what fails, as the table calls it
    /// @param columns the other columns
    static void says(String what, Object... columns) throws IOException {
        var words = List.of(columns).stream().map(Object::toString).toList();
        assertThat(rows(what))
                .containsExactly("| %s | %s |".formatted(what, String.join(" | ", words)));
    }

    private static List<String> rows(String what) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| " + what + " |"))
                .toList();
    }
}
