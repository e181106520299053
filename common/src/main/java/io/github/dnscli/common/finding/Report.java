package io.github.dnscli.common.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// All findings of one run, in the order in which they stand in their sources.
///
/// @param findings sorted by place; findings at one place keep the order in which they were made
public record Report(List<Finding> findings) {

    private static final Comparator<Finding> BY_PLACE = (a, b) -> a.place().compareTo(b.place());

    /// Sorts and copies the findings.
    public Report {
        findings = findings.stream().sorted(BY_PLACE).toList();
    }

    /// {@return a report with nothing in it}
    public static Report empty() {
        return new Report(List.of());
    }

    /// {@return this report and more findings}
    public Report and(Collection<Finding> more) {
        return new Report(Stream.concat(findings.stream(), more.stream()).toList());
    }

    /// {@return whether any finding is an error}
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /// {@return the findings of one severity}
    public List<Finding> of(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).toList();
    }
}
