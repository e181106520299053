package io.github.dnscli.ozone;

import io.github.dnscli.cli.Color;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Verbosity;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.text.Excerpt;
import io.github.dnscli.ozone.Inspection.Done;
import io.github.dnscli.ozone.Inspection.Incomparable;
import io.github.dnscli.ozone.Inspection.Inspected;
import io.github.dnscli.ozone.Inspection.JudgedKeys;
import io.github.dnscli.ozone.Inspection.JudgedZone;
import io.github.dnscli.ozone.Inspection.Misused;
import io.github.dnscli.ozone.Inspection.RemovedZone;
import io.github.dnscli.ozone.Inspection.Unreadable;
import java.util.List;

/// Shows what came of checking files: findings and confirmations on standard output, what could not be read on standard
/// error.
final class OzoneView {

    private static final String INDENT = "    ";

    private final Console console;

    OzoneView(Console console) {
        this.console = console;
    }

    ExitStatus show(Inspection inspection) {
        return switch (inspection) {
            case Misused(var problem) -> console.usageError(problem);
            case Done done -> show(done);
        };
    }

    private ExitStatus show(Done done) {
        var worst = ExitStatus.YES;
        for (var file : done.files()) {
            worst = worse(worst, show(file));
        }
        var tally = Tally.of(done.files());
        if (tally.isWorthSaying()) {
            console.confirm(tally.toString());
        }
        return worst;
    }

    private static ExitStatus worse(ExitStatus one, ExitStatus other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private ExitStatus show(Inspected file) {
        return switch (file) {
            case JudgedZone(var zone, var remarks) ->
                    show(remarks, "successfully checked zone " + zone.display());
            case JudgedKeys(var name, var keys, var remarks) ->
                    show(
                            remarks,
                            "successfully checked " + name + ": " + Tally.plural(keys, "key"));
            case Incomparable(var alone, var problem) -> {
                show(alone.remarks());
                console.error(problem);
                yield ExitStatus.UNKNOWN;
            }
            case RemovedZone(var zone) -> {
                console.confirm("zone " + zone.display() + " removed");
                yield ExitStatus.YES;
            }
            case Unreadable(var problem) -> {
                console.error(problem);
                yield ExitStatus.UNKNOWN;
            }
        };
    }

    private ExitStatus show(List<Remark> remarks, String confirmation) {
        show(remarks);
        if (remarks.stream().anyMatch(remark -> remark.finding().isError())) {
            return ExitStatus.NO;
        }
        console.confirm(confirmation);
        return ExitStatus.YES;
    }

    private void show(List<Remark> remarks) {
        var lines = new StringBuilder();
        for (var remark : remarks) {
            if (isWanted(remark.finding())) {
                append(remark, lines);
            }
        }
        console.print(lines.toString());
    }

    /// Errors are the answer; the rest is advice, which `--quiet` silences.
    private boolean isWanted(Finding finding) {
        return finding.isError() || console.says(Verbosity.WARNING);
    }

    private void append(Remark remark, StringBuilder lines) {
        var finding = remark.finding();
        lines.append(console.paint(Color.BOLD, finding.place() + ":")).append(' ');
        lines.append(console.paint(color(finding.severity()), finding.severity().word() + ":"));
        lines.append(' ').append(finding.message());
        lines.append(" [").append(finding.check().id()).append("]\n");
        remark.excerpt().ifPresent(excerpt -> append(excerpt, lines));
        if (!finding.hint().isEmpty()) {
            lines.append("  ").append(console.paint(Color.CYAN, "hint:"));
            lines.append(' ').append(finding.hint()).append('\n');
        }
    }

    private void append(Excerpt excerpt, StringBuilder lines) {
        lines.append(INDENT).append(excerpt.text()).append('\n');
        lines.append(INDENT).repeat(' ', excerpt.caret());
        lines.append(console.paint(Color.GREEN, "^")).append('\n');
    }

    private static Color color(Severity severity) {
        return switch (severity) {
            case ERROR -> Color.RED;
            case WARNING -> Color.YELLOW;
            case NOTE, OFF -> Color.CYAN;
        };
    }
}
