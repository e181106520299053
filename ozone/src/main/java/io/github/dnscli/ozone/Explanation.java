package io.github.dnscli.ozone;

import io.github.dnscli.cli.Color;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.JsonWriter;
import io.github.dnscli.common.finding.Check;
import java.util.List;

/// Tells about the checks instead of making them: which there are, and what one of them means.
///
/// @param guide what is known about them
/// @param console where to tell it
record Explanation(Guide guide, Console console) {

    /// Severities take so many columns, and classes.
    private static final int SEVERITY_WIDTH = 9;

    private static final int CLASS_WIDTH = 11;

    /// Lists all checks: id, default severity, class and a summary.
    ExitStatus list(Format format) {
        switch (format) {
            case JSON -> writeAll(inOrder(), false);
            case TEXT, SARIF, GITHUB -> printAll(inOrder());
        }
        return ExitStatus.YES;
    }

    /// {@return all checks, in the order of the guide}
    private List<Check> inOrder() {
        return guide.sections().stream()
                .flatMap(section -> KnownChecks.find(section.id()).stream())
                .toList();
    }

    /// Explains the check of an id.
    ExitStatus explain(String id, Format format) {
        var check = KnownChecks.find(id);
        if (check.isEmpty()) {
            return refuse(id);
        }
        switch (format) {
            case JSON -> writeAll(List.of(check.get()), true);
            case TEXT, SARIF, GITHUB -> print(check.get());
        }
        return ExitStatus.YES;
    }

    private ExitStatus refuse(String id) {
        console.error(Printable.of("no check has the id '" + id + "'"));
        console.hint(
                KnownChecks.closest(id)
                        .map(known -> "did you mean '" + known + "'?")
                        .orElse("'ozone --list-checks' lists them all"));
        return ExitStatus.USAGE;
    }

    private void print(Check check) {
        var heading = console.paint(Color.BOLD, check.id()) + "\n\n";
        console.print(heading + MarkdownText.of(section(check).text(), console::paint));
    }

    private Guide.Section section(Check check) {
        return guide.section(check.id())
                .orElseThrow(() -> new IllegalStateException("nothing explains " + check.id()));
    }

    private void printAll(List<Check> checks) {
        int width = checks.stream().mapToInt(check -> check.id().length()).max().orElse(0);
        var lines = new StringBuilder();
        for (var check : checks) {
            var severity = check.severity();
            lines.append(check.id()).repeat(' ', width - check.id().length() + 2);
            lines.append(console.paint(FindingText.color(severity), severity.word()));
            lines.repeat(' ', SEVERITY_WIDTH - severity.word().length());
            lines.append(check.kind().word());
            lines.repeat(' ', CLASS_WIDTH - check.kind().word().length());
            lines.append(section(check).summary()).append('\n');
        }
        console.print(lines.toString());
    }

    private void writeAll(List<Check> checks, boolean withText) {
        var json = new JsonWriter(console::print);
        JsonView.begin(json);
        json.name("checks").beginArray();
        for (var check : checks) {
            var section = section(check);
            json.beginObject().member("id", check.id());
            json.member("severity", check.severity().word());
            json.member("class", check.kind().word());
            json.member("summary", section.summary());
            if (withText) {
                json.member("explanation", section.markdown());
            }
            json.endObject();
        }
        json.endArray().endObject();
    }
}
