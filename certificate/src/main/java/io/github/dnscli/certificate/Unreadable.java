package io.github.dnscli.certificate;

import io.github.dnscli.common.record.RecordData;

/// A record that should hold a certificate, and does not.
///
/// @param data the record's data
/// @param problem what is wrong, for people
public record Unreadable(RecordData data, String problem) {

    private static final int ENOUGH = 32;

    /// {@return which record is passed over and why, for people; the first of its octets are enough to find it}
    public String message() {
        var text = data.text();
        var start = text.length() > ENOUGH ? text.substring(0, ENOUGH) + "…" : text;
        return "record 'TLSA %s' should hold a certificate, and %s".formatted(start, problem);
    }
}
