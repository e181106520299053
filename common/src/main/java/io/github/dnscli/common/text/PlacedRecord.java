package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;

/// A record and where it stands. Offsets count octets of the source.
///
/// @param record the record
/// @param source the text it was read from
/// @param start the first octet of its first line
/// @param end the octet behind its last line, line end included
/// @param at its first word
/// @param dataAt the first word of its data, or the end of its type if there is none
/// @param hasOwner whether the owner is written; else it is that of the record before
/// @param hasTtl whether the TTL is written; else it is the one in force
/// @param origin the origin in force
/// @param isGenerated whether it is made by a `$GENERATE`, whose place it then has
public record PlacedRecord(
        ResourceRecord record,
        Source source,
        int start,
        int end,
        int at,
        int dataAt,
        boolean hasOwner,
        boolean hasTtl,
        DomainName origin,
        boolean isGenerated) {

    /// {@return a record that stands where it is written}
    static PlacedRecord read(ResourceRecord record, Segment segment, int start) {
        var entry = EntryReader.entryAt(segment.source(), start);
        var head = RecordHead.complete(entry);
        return new PlacedRecord(
                record,
                segment.source(),
                entry.start(),
                entry.end(),
                entry.firstWordAt(),
                head.data().isEmpty() ? head.typeWord().end() : head.data().getFirst().outerStart(),
                head.owner().isPresent(),
                head.ttl().isPresent(),
                segment.origin(),
                false);
    }

    /// {@return a record that a `$GENERATE` makes}
    static PlacedRecord generated(ResourceRecord record, Segment segment, int directiveAt) {
        var entry = EntryReader.entryAt(segment.source(), directiveAt);
        var head = RecordHead.complete(Generator.firstOf(entry));
        return new PlacedRecord(
                record,
                segment.source(),
                entry.start(),
                entry.end(),
                directiveAt,
                directiveAt,
                head.owner().isPresent(),
                head.ttl().isPresent(),
                segment.origin(),
                true);
    }

    /// {@return its owner}
    public DomainName owner() {
        return record.owner();
    }

    /// {@return its type}
    public RecordType type() {
        return record.type();
    }

    /// {@return where it begins: its owner, or its first word if the owner is not written}
    public Place place() {
        return source.place(at);
    }

    /// {@return where its data begins}
    public Place dataPlace() {
        return source.place(dataAt);
    }

    /// {@return the record as a line of a zone file, with its place in front}
    @Override
    public String toString() {
        return place() + ": " + record;
    }
}
