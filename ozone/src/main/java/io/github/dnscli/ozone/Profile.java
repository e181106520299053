package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Severity;

/// A severity for every check at once.
enum Profile {
    /// What is off unless somebody asks is a warning.
    STRICT,
    /// As the catalogue says.
    DEFAULT,
    /// Warnings about what is wise, and about what the clock decides, are notes.
    LENIENT;

    /// {@return how much a finding matters}
    Severity severity(Finding finding) {
        var usual = finding.severity();
        return switch (this) {
            case DEFAULT -> usual;
            case STRICT -> usual == Severity.OFF ? Severity.WARNING : usual;
            case LENIENT ->
                    usual == Severity.WARNING && isAdvice(finding.check()) ? Severity.NOTE : usual;
        };
    }

    private static boolean isAdvice(Check check) {
        return switch (check.kind()) {
            case POLICY, TIME -> true;
            case SYNTAX, STRUCTURE -> false;
        };
    }
}
