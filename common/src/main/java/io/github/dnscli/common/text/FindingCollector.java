package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers what is wrong with a text and those it includes, up to a limit: a file of another kind would be wrong on every
/// line.
final class FindingCollector {

    static final int LIMIT = 1000;

    private Source source;
    private Optional<Place> pin = Optional.empty();
    private final List<Finding> findings = new ArrayList<>();

    FindingCollector(Source source) {
        this.source = source;
    }

    /// Says in which text the offsets of findings count from here on.
    void enter(Source other) {
        source = other;
    }

    /// Says that all findings belong to one place, since the text they are in was made from it.
    void pin(Place place) {
        pin = Optional.of(place);
    }

    /// Says that findings stand where they are.
    void unpin() {
        pin = Optional.empty();
    }

    /// Adds a finding; the one past the limit says that there are more.
    void add(Check check, int at, String problem, String hint) {
        var place = pin.orElseGet(() -> source.place(at));
        if (findings.size() < LIMIT) {
            findings.add(check.at(place, problem).withHint(hint));
        } else if (findings.size() == LIMIT) {
            findings.add(
                    SyntaxChecks.SYNTAX
                            .at(place, "more findings from here on are left out")
                            .withHint("is this a zone file?"));
        }
    }

    /// Adds a finding about the whole text.
    void addAboutAll(Check check, String problem) {
        findings.add(check.at(Place.wholeOf(source.name()), problem));
    }

    int count() {
        return findings.size();
    }

    boolean isFull() {
        return findings.size() > LIMIT;
    }

    List<Finding> findings() {
        return findings;
    }
}
