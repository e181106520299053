package io.github.dnscli.oserve.status;

import io.github.dnscli.common.finding.SafeText;
import java.util.ArrayList;
import java.util.List;

/// Rows of words, those of a column below each other. The last column is as wide as it likes.
public final class Columns {

    private static final int GAP = 2;

    private final List<List<String>> rows = new ArrayList<>();

    /// Begins with the names of the columns.
    public Columns(String... names) {
        rows.add(List.of(names));
    }

    /// Adds a row, with a word for each column.
    public void row(String... words) {
        rows.add(List.of(words).stream().map(SafeText::of).toList());
    }

    /// {@return all rows, each with its line end}; nothing if there is no row but the names
    public String text() {
        if (rows.size() == 1) {
            return "";
        }
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(row.get(column)).repeat(" ", width(column) - row.get(column).length());
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return GAP + rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
