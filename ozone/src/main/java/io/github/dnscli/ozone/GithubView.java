package io.github.dnscli.ozone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.zone.RecordChange;
import io.github.dnscli.ozone.Inspected.JudgedKeys;
import io.github.dnscli.ozone.Inspected.JudgedZone;
import io.github.dnscli.ozone.Inspected.PassedOver;
import io.github.dnscli.ozone.Inspected.RemovedZone;
import io.github.dnscli.ozone.Inspected.Unfinished;
import io.github.dnscli.ozone.Inspected.Unreadable;
import java.util.List;

/// Shows what came of checking files as workflow commands of GitHub Actions, which become annotations of the lines:
/// `::error file=F,line=L,col=C,title=ID::MESSAGE`.
final class GithubView implements View {

    private static final int CHUNK = 8192;

    private final Console console;
    private final StringBuilder lines = new StringBuilder();

    GithubView(Console console) {
        this.console = console;
    }

    @Override
    public void show(Inspected file) {
        file.remarks().forEach(remark -> append(remark.finding()));
        switch (file) {
            case JudgedZone zone -> append(zone.changes());
            case RemovedZone zone -> append(zone.changes());
            case Unfinished(var zone, var problem) -> {
                append(zone.changes());
                append("error", Place.wholeOf(zone.file()), "not finished", problem);
            }
            case Unreadable(var name, var problem) ->
                    append("error", Place.wholeOf(name), "not readable", problem);
            case JudgedKeys _, PassedOver _ -> {}
        }
        print();
        Aside.say(file, console);
    }

    private void append(Finding finding) {
        var words =
                finding.hint().isEmpty()
                        ? finding.message()
                        : finding.message() + "\nhint: " + finding.hint();
        append(level(finding.severity()), finding.place(), finding.check().id(), words);
    }

    private void append(String level, Place place, String title, String message) {
        lines.append("::").append(level).append(' ');
        if (!Disk.isStandardInput(place.source())) {
            lines.append("file=").append(property(place.source())).append(',');
        }
        if (place.line() > 0) {
            lines.append("line=").append(place.line()).append(',');
        }
        if (place.column() > 0) {
            lines.append("col=").append(place.column()).append(',');
        }
        lines.append("title=").append(property(title));
        lines.append("::").append(data(message)).append('\n');
        printFull();
    }

    /// What changes is asked for by the user, and is read in the log.
    private void append(List<RecordChange> changes) {
        for (var change : changes) {
            lines.append(change.line()).append('\n');
            printFull();
        }
    }

    private void printFull() {
        if (lines.length() >= CHUNK) {
            print();
        }
    }

    private void print() {
        console.print(lines.toString());
        lines.setLength(0);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE, OFF -> "notice";
        };
    }

    private static String data(String text) {
        return Printable.of(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    @Override
    public void end(Inspection.Done done) {
        Aside.say(done, console);
        console.confirm(done.tally().toString());
    }
}
