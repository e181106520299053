package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong with one text, up to a limit: a file of another kind would be wrong on every line.
final class FindingCollector {

    static final int LIMIT = 1000;

    private final Source source;
    private final List<Finding> findings = new ArrayList<>();

    FindingCollector(Source source) {
        this.source = source;
    }

    /// Adds a finding; the one past the limit says that there are more.
    void add(Check check, int at, String problem, String hint) {
        if (findings.size() < LIMIT) {
            findings.add(check.at(source.place(at), problem).withHint(hint));
        } else if (findings.size() == LIMIT) {
            findings.add(
                    SyntaxChecks.SYNTAX
                            .at(source.place(at), "more findings from here on are left out")
                            .withHint("is this a zone file?"));
        }
    }

    /// Adds a finding about the whole text.
    void addAboutAll(Check check, String problem) {
        findings.add(check.at(Place.wholeOf(source.name()), problem));
    }

    boolean isFull() {
        return findings.size() > LIMIT;
    }

    List<Finding> findings() {
        return findings;
    }
}
