package io.github.dnscli.common.finding;

/// What a finding is about, as far as it is about records.
///
/// @param owner the name in presentation format, absolute
/// @param type the mnemonic of the record type, or empty when the name itself is meant
public record Subject(String owner, String type) {}
