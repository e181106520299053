package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Color;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Verbosity;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Report;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.text.Excerpt;
import io.github.dnscli.common.text.Source;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Shows findings: where, what, the line in question, and what to do.
///
/// @param console where they are shown
record FindingLines(Console console) {

    private static final String INDENT = "    ";

    /// Shows findings of a text, in its order. Errors are the answer; the rest is advice, which `--quiet` silences.
    void show(Collection<Finding> findings, Optional<Source> source) {
        var lines = new StringBuilder();
        for (var finding : new Report(List.copyOf(findings)).findings()) {
            if (finding.isError() || console.says(Verbosity.WARNING)) {
                append(finding, source, lines);
            }
        }
        console.print(lines.toString());
    }

    private void append(Finding finding, Optional<Source> source, StringBuilder lines) {
        var color = color(finding.severity());
        lines.append(finding.place()).append(": ");
        lines.append(console.paint(color, finding.severity().word() + ":")).append(' ');
        lines.append(finding.message());
        lines.append(" [").append(finding.check().id()).append("]\n");
        source.flatMap(text -> Excerpt.of(text, finding.place()))
                .ifPresent(excerpt -> append(excerpt, color, lines));
        if (!finding.hint().isEmpty()) {
            lines.append("  ").append(console.paint(Color.CYAN, "hint:")).append(' ');
            lines.append(finding.hint()).append('\n');
        }
    }

    private void append(Excerpt excerpt, Color color, StringBuilder lines) {
        lines.append(INDENT).append(excerpt.text()).append('\n').append(INDENT);
        lines.repeat(' ', excerpt.caret()).append(console.paint(color, "^")).append('\n');
    }

    private static Color color(Severity severity) {
        return switch (severity) {
            case ERROR -> Color.RED;
            case WARNING -> Color.YELLOW;
            case NOTE, OFF -> Color.CYAN;
        };
    }
}
