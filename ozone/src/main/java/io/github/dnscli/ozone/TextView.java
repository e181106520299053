package io.github.dnscli.ozone;

import io.github.dnscli.cli.Color;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Verbosity;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.zone.RecordChange;
import io.github.dnscli.ozone.Inspected.JudgedKeys;
import io.github.dnscli.ozone.Inspected.JudgedZone;
import io.github.dnscli.ozone.Inspected.PassedOver;
import io.github.dnscli.ozone.Inspected.RemovedZone;
import io.github.dnscli.ozone.Inspected.Unfinished;
import io.github.dnscli.ozone.Inspected.Unreadable;
import java.util.List;
import java.util.Optional;

/// Shows people what came of checking files: findings and confirmations on standard output, what could not be read on
/// standard error.
final class TextView implements View {

    /// So many characters are kept before they are printed.
    private static final int CHUNK = 8192;

    private final Console console;
    private final FindingText findings;
    private Optional<String> example = Optional.empty();

    TextView(Console console) {
        this.console = console;
        this.findings = new FindingText(console);
    }

    @Override
    public void show(Inspected file) {
        show(file.remarks());
        switch (file) {
            case JudgedZone zone -> {
                show(zone, "successfully checked zone " + zone.zone().display());
                zone.repair().ifPresent(repair -> show(file.file(), repair));
            }
            case Unfinished(var zone, _) -> print(zone.changes());
            case RemovedZone zone -> {
                print(zone.changes());
                confirm(file, "zone " + zone.zone().display() + " removed");
            }
            case JudgedKeys keys ->
                    confirm(
                            file,
                            "successfully checked %s: %s"
                                    .formatted(keys.file(), Tally.plural(keys.keys(), "key")));
            case Unreadable _, PassedOver _ -> {}
        }
        Aside.say(file, console);
    }

    private void show(JudgedZone zone, String confirmation) {
        print(zone.changes());
        confirm(zone, confirmation);
    }

    private void show(String file, SerialRepair repair) {
        switch (repair) {
            case SerialRepair.Raised(var from, var to) ->
                    console.confirm(
                            "serial of '%s' raised from %s to %s"
                                    .formatted(Printable.of(file), from, to));
            case SerialRepair.Kept _, SerialRepair.Refused _ -> {}
        }
    }

    private void print(List<RecordChange> changes) {
        var lines = new StringBuilder();
        for (var change : changes) {
            lines.append(console.paint(color(change), change.line())).append('\n');
            printFull(lines);
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

    private void confirm(Inspected file, String confirmation) {
        if (file.remarks().stream().noneMatch(remark -> remark.finding().isError())) {
            console.confirm(Printable.of(confirmation));
        }
    }

    private void show(List<Remark> remarks) {
        var lines = new StringBuilder();
        for (var remark : remarks) {
            if (isWanted(remark.finding())) {
                findings.append(remark, lines);
                printFull(lines);
                example = example.or(() -> Optional.of(remark.finding().check().id()));
            }
        }
        console.print(lines.toString());
    }

    private void printFull(StringBuilder lines) {
        if (lines.length() >= CHUNK) {
            console.print(lines.toString());
            lines.setLength(0);
        }
    }

    /// Errors are the answer; the rest is advice, which `--quiet` silences.
    private boolean isWanted(Finding finding) {
        return finding.isError() || console.says(Verbosity.WARNING);
    }

    @Override
    public void end(Inspection.Done done) {
        Aside.say(done, console);
        var tally = done.tally();
        if (tally.isWorthSaying()) {
            console.confirm(console.paint(color(tally), tally.toString()));
        }
        if (console.terminals().output()) {
            example.ifPresent(id -> console.hint("'ozone --explain " + id + "' says more"));
        }
    }

    private static Color color(Tally tally) {
        return switch (tally.status()) {
            case YES -> tally.warnings() > 0 ? Color.YELLOW : Color.GREEN;
            case NO, USAGE, UNKNOWN, BUG -> Color.RED;
        };
    }
}
