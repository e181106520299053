package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How much each finding matters to the user. What was said of one check counts before what was said of all.
///
/// @param profile a severity for every check
/// @param strict whether warnings are errors
/// @param chosen severities for single checks, by their ids
record SeverityPolicy(Profile profile, boolean strict, Map<String, Severity> chosen) {

    SeverityPolicy {
        chosen = Map.copyOf(chosen);
    }

    /// {@return the same with a severity for a check of which the user has said nothing}
    SeverityPolicy orElse(Check check, Severity severity) {
        var more = new HashMap<>(chosen);
        more.putIfAbsent(check.id(), severity);
        return new SeverityPolicy(profile, strict, more);
    }

    /// {@return whether the user asks for a check that is off unless somebody does}
    boolean asksForMore() {
        return profile == Profile.STRICT
                || KnownChecks.all().stream()
                        .filter(check -> check.severity() == Severity.OFF)
                        .anyMatch(this::isAskedFor);
    }

    private boolean isAskedFor(Check check) {
        return Optional.ofNullable(chosen.get(check.id()))
                .filter(severity -> severity != Severity.OFF)
                .isPresent();
    }

    /// {@return the findings that the user wants to see, mattering as much as wished}
    List<Finding> apply(Collection<Finding> findings) {
        var wanted = new ArrayList<Finding>(findings.size());
        for (var finding : findings) {
            var severity = severity(finding);
            if (severity != Severity.OFF) {
                wanted.add(severity == finding.severity() ? finding : finding.as(severity));
            }
        }
        return wanted;
    }

    private Severity severity(Finding finding) {
        return Optional.ofNullable(chosen.get(finding.check().id()))
                .orElseGet(() -> raised(profile.severity(finding)));
    }

    private Severity raised(Severity severity) {
        return strict && severity == Severity.WARNING ? Severity.ERROR : severity;
    }
}
