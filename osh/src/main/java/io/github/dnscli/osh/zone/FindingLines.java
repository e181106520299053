package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Verbosity;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Report;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.ozone.FindingText;
import io.github.dnscli.ozone.Remark;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Shows findings as `ozone` does.
///
/// @param console where they are shown
record FindingLines(Console console) {

    /// Shows findings of a text, in its order. Errors are the answer; the rest is advice, which `--quiet` silences.
    void show(Collection<Finding> findings, Optional<Source> source) {
        var report = new Report(List.copyOf(findings));
        var lines = new StringBuilder();
        Remark.on(source.stream().toList(), report).stream()
                .filter(this::isWanted)
                .forEach(remark -> new FindingText(console).append(remark, lines));
        console.print(lines.toString());
    }

    private boolean isWanted(Remark remark) {
        return remark.finding().isError() || console.says(Verbosity.WARNING);
    }
}
