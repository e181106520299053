package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Color;
import io.github.dnscli.cli.Console;
import io.github.dnscli.common.zone.RecordChange;
import java.util.List;

/// Shows how a zone differs from another, record by record, as `ozone --diff` does.
public final class ChangeLines {

    private ChangeLines() {}

    /// Shows changes, each on a line of its own.
    public static void show(List<RecordChange> changes, Console console) {
        var lines = new StringBuilder();
        for (var change : changes) {
            lines.append(console.paint(color(change), change.line())).append('\n');
        }
        console.print(lines.toString());
    }

    private static Color color(RecordChange change) {
        return switch (change) {
            case RecordChange.Added _ -> Color.GREEN;
            case RecordChange.Removed _ -> Color.RED;
            case RecordChange.Retimed _ -> Color.YELLOW;
        };
    }
}
