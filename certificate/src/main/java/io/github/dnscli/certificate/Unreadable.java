package io.github.dnscli.certificate;

import io.github.dnscli.common.record.RecordData;

/// A record that should hold a certificate, and does not.
///
/// @param data the record's data
/// @param problem what is wrong, for people
public record Unreadable(RecordData data, String problem) {}
