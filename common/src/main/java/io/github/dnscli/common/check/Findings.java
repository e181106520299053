package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.ArrayList;
import java.util.List;

/// Collects what the rules find and puts each finding where its record stands.
final class Findings {

    private final RecordPlaces places;
    private final Place whole;
    private final List<Finding> found = new ArrayList<>();

    Findings(RecordPlaces places, Place whole) {
        this.places = places;
        this.whole = whole;
    }

    void add(Check check, String message, String hint) {
        found.add(check.at(whole, message).withHint(hint));
    }

    void add(Check check, RecordSet set, String message, String hint) {
        add(check, set.records().getFirst(), message, hint);
    }

    void add(Check check, ResourceRecord record, String message, String hint) {
        found.add(check.at(places.of(record), message).withHint(hint));
    }

    List<Finding> toList() {
        return List.copyOf(found);
    }
}
