package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.ResourceRecord;

/// What a judge that works beside others has to say, until it is its turn to say it.
///
/// @param record what it is about
record Complaint(Check check, ResourceRecord record, String message, String hint) {

    /// {@return one about a set}
    static Complaint of(Check check, RecordSet set, String message, String hint) {
        return new Complaint(check, set.records().getFirst(), message, hint);
    }

    void addTo(Findings findings) {
        findings.add(check, record, message, hint);
    }
}
