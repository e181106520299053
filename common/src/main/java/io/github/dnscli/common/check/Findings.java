package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Subject;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.ArrayList;
import java.util.List;

/// Collects what the rules find and puts each finding where its record stands.
public final class Findings {

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
        found.add(check.at(places.whole(), message).withHint(hint));
    }

    /// Adds a finding about a set, at the data of its first record.
    public void add(Check check, RecordSet set, String message, String hint) {
        add(check, set.records().getFirst(), message, hint);
    }

    /// Adds a finding about a record, at its data.
    public void add(Check check, ResourceRecord record, String message, String hint) {
        found.add(finding(check, places.of(record), record, message, hint));
    }

    /// Adds a finding about the owner of a record, where that is written.
    public void addAtOwner(Check check, ResourceRecord record, String message, String hint) {
        found.add(finding(check, places.ofOwner(record), record, message, hint));
    }

    private static Finding finding(
            Check check, Place place, ResourceRecord record, String message, String hint) {
        var subject = new Subject(record.owner().toString(), record.type().toString());
        return check.at(place, message).withHint(hint).about(subject);
    }

    List<Finding> toList() {
        return List.copyOf(found);
    }
}
