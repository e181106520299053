package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.Optional;

/// A record in a message: of any class, and in an UPDATE also without data (RFC 2136 §2.4, §2.5).
///
/// @param owner the name
/// @param type the type
/// @param recordClass the class
/// @param ttl in seconds, 0 to 4294967295
/// @param data the data; empty when the record has none at all
public record MessageRecord(
        DomainName owner,
        RecordType type,
        RecordClass recordClass,
        long ttl,
        Optional<RecordData> data) {

    /// {@return a zone's record as it stands in a message}
    public static MessageRecord of(ResourceRecord record) {
        return new MessageRecord(
                record.owner(),
                record.type(),
                RecordClass.IN,
                record.ttl().seconds(),
                Optional.of(record.data()));
    }

    /// {@return a record without data}
    public static MessageRecord empty(DomainName owner, RecordType type, RecordClass recordClass) {
        return new MessageRecord(owner, type, recordClass, 0, Optional.empty());
    }
}
