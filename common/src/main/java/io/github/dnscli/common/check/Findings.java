package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.finding.Subject;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.text.PlacedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects what the rules find and puts each finding where its record stands.
public final class Findings {

    /// So many findings of one check are kept: a zone of a million records may be wrong in each.
    static final int MOST = 1000;

    private final Map<String, Integer> counts = new HashMap<>();
    private final RecordPlaces places;
    private final Circumstances circumstances;
    private final List<Finding> found = new ArrayList<>();

    Findings(RecordPlaces places, Circumstances circumstances) {
        this.places = places;
        this.circumstances = circumstances;
    }

    /// {@return what the judgement depends on besides the zone}
    public Circumstances circumstances() {
        return circumstances;
    }

    /// Adds a finding about the zone as a whole: something is missing altogether.
    public void add(Check check, String message, String hint) {
        if (isWanted(check) && hasRoom(check, places.whole())) {
            found.add(check.at(places.whole(), message).withHint(hint));
        }
    }

    /// Adds a finding about a set, at the data of its first record.
    public void add(Check check, RecordSet set, String message, String hint) {
        add(check, set.records().getFirst(), message, hint);
    }

    /// Adds a finding about a record, at its data.
    public void add(Check check, ResourceRecord record, String message, String hint) {
        if (wants(check)) {
            add(check, places.of(record), record, message, hint);
        }
    }

    /// Adds a finding about the owner of a record, where that is written.
    public void addAtOwner(Check check, ResourceRecord record, String message, String hint) {
        if (wants(check)) {
            add(check, places.ofOwner(record), record, message, hint);
        }
    }

    /// Adds a finding about a record that stands in a file, where it begins.
    void add(Check check, PlacedRecord placed, String message, String hint) {
        add(check, placed.place(), placed.record(), message, hint);
    }

    private void add(Check check, Place place, ResourceRecord record, String message, String hint) {
        if (hasRoom(check, place)) {
            var subject = new Subject(record.owner().toString(), record.type().toString());
            found.add(check.at(place, message).withHint(hint).about(subject));
        }
    }

    /// {@return an empty collection under the same circumstances, for another thread}
    Findings another() {
        return new Findings(places, circumstances);
    }

    /// Adds what another has collected.
    void addAll(Findings other) {
        for (var finding : other.found) {
            if (hasRoom(finding.check(), finding.place())) {
                found.add(finding);
            }
        }
    }

    /// {@return whether a finding of a check would be kept: if not, its message need not be made, nor its place be looked
    /// for among all records of a name}
    public boolean wants(Check check) {
        return isWanted(check) && counts.getOrDefault(check.id(), 0) <= MOST;
    }

    private boolean isWanted(Check check) {
        return check.severity() != Severity.OFF || circumstances.withUnasked();
    }

    private boolean hasRoom(Check check, Place place) {
        int count = counts.merge(check.id(), 1, Integer::sum);
        if (count == MOST + 1) {
            found.add(
                    check.at(place, "more findings of '" + check.id() + "' are left out")
                            .withHint("the first " + MOST + " are shown"));
        }
        return count <= MOST;
    }

    List<Finding> toList() {
        return List.copyOf(found);
    }
}
