package io.github.dnscli.ozone;

import io.github.dnscli.cli.Color;
import io.github.dnscli.cli.Console;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.text.Excerpt;

/// Writes a finding for people: where it is, what is wrong, the line in question with the word underlined, and what to do.
///
/// @param console knows whether there are colours
public record FindingText(Console console) {

    private static final String INDENT = "    ";

    /// Appends the lines of one finding.
    public void append(Remark remark, StringBuilder lines) {
        var finding = remark.finding();
        var color = color(finding.severity());
        lines.append(console.paint(Color.BOLD, Printable.of(finding.place().toString()) + ":"));
        lines.append(' ').append(console.paint(color, finding.severity().word() + ":"));
        lines.append(' ').append(Printable.of(finding.message()));
        lines.append(" [").append(finding.check().id()).append("]\n");
        remark.excerpt().ifPresent(excerpt -> append(excerpt, color, lines));
        if (!finding.hint().isEmpty()) {
            lines.append("  ").append(console.paint(Color.CYAN, "hint:"));
            lines.append(' ').append(Printable.of(finding.hint())).append('\n');
        }
    }

    private void append(Excerpt excerpt, Color color, StringBuilder lines) {
        var text = excerpt.text();
        int before = Math.min(excerpt.caret(), text.length());
        int beyond = excerpt.caret() - before;
        lines.append(INDENT).append(text).append('\n').append(INDENT);
        lines.repeat(' ', DisplayWidth.of(text.substring(0, before)) + beyond);
        lines.append(console.paint(color, underline(Extent.of(excerpt)))).append('\n');
    }

    private static String underline(String word) {
        return "^" + "~".repeat(Math.max(0, DisplayWidth.of(word) - 1));
    }

    static Color color(Severity severity) {
        return switch (severity) {
            case ERROR -> Color.RED;
            case WARNING -> Color.YELLOW;
            case NOTE, OFF -> Color.CYAN;
        };
    }
}
