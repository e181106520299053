package io.github.dnscli.ozone;

import io.github.dnscli.cli.Color;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Verbosity;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.text.Excerpt;
import io.github.dnscli.ozone.Inspected.JudgedKeys;
import io.github.dnscli.ozone.Inspected.JudgedZone;
import io.github.dnscli.ozone.Inspected.PassedOver;
import io.github.dnscli.ozone.Inspected.RemovedZone;
import io.github.dnscli.ozone.Inspected.Unfinished;
import io.github.dnscli.ozone.Inspected.Unreadable;
import java.util.List;

/// Shows what came of checking files: findings and confirmations on standard output, what could not be read on standard
/// error.
final class OzoneView implements View {

    private static final String INDENT = "    ";

    private final Console console;

    OzoneView(Console console) {
        this.console = console;
    }

    @Override
    public void show(Inspected file) {
        show(file.remarks());
        switch (file) {
            case JudgedZone zone -> {
                zone.changes().forEach(change -> console.answer(change.line()));
                confirm(file, "successfully checked zone " + zone.zone().display());
                zone.repair().ifPresent(repair -> show(file.file(), repair));
            }
            case RemovedZone zone -> {
                zone.changes().forEach(change -> console.answer(change.line()));
                confirm(file, "zone " + zone.zone().display() + " removed");
            }
            case JudgedKeys(var name, var keys, _) ->
                    confirm(
                            file,
                            "successfully checked " + name + ": " + Tally.plural(keys, "key"));
            case Unfinished(_, var problem) -> console.error(problem);
            case Unreadable(_, var problem) -> console.error(problem);
            case PassedOver(var name, var reason) ->
                    console.info("'" + name + "' is passed over: " + reason);
        }
    }

    private void show(String file, SerialRepair repair) {
        switch (repair) {
            case SerialRepair.Raised(var from, var to) ->
                    console.confirm(
                            "serial of '%s' raised from %s to %s".formatted(file, from, to));
            case SerialRepair.Kept(var reason) ->
                    console.info("serial of '" + file + "' stays: " + reason);
            case SerialRepair.Refused(var reason) ->
                    console.warning("serial of '" + file + "' stays: " + reason);
        }
    }

    private void confirm(Inspected file, String confirmation) {
        if (file.remarks().stream().noneMatch(remark -> remark.finding().isError())) {
            console.confirm(confirmation);
        }
    }

    @Override
    public void end(Inspection.Done done) {
        for (var entry : done.stale()) {
            console.info("the baseline accepts what is no longer there: " + entry);
        }
        if (done.tally().isWorthSaying()) {
            console.confirm(done.tally().toString());
        }
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
