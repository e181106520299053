package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.server.state.ZoneChange;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A change of a zone that was acknowledged: what a [ZoneChange] leaves behind, record by record, so that it can be
/// written down and made again elsewhere.
///
/// @param number counts the edits of a store, from 1
/// @param time when it was made
/// @param zone the zone's name
/// @param key the name of the key that signed
/// @param peer the address of the one who asked, as text
/// @param before the serial before
/// @param after the serial after, as the client and secondaries may have seen it
/// @param removed the records that went, those that got another TTL included, and the SOA record
/// @param added the records that came, those that got another TTL included, and the SOA record
public record ZoneEdit(
        long number,
        Instant time,
        DomainName zone,
        DomainName key,
        String peer,
        Serial before,
        Serial after,
        List<ResourceRecord> removed,
        List<ResourceRecord> added) {

    /// Which record set an edit is about.
    ///
    /// @param owner its name
    /// @param type its type
    public record SetName(DomainName owner, RecordType type) {}

    /// Copies the lists.
    public ZoneEdit {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /// {@return what a change leaves behind}
    ///
    /// @param number its number
    /// @param time when it is made
    public static ZoneEdit of(long number, Instant time, ZoneChange change) {
        return new ZoneEdit(
                number,
                time,
                change.after().origin(),
                change.key(),
                change.peer().address().getHostAddress(),
                change.before().serial().orElseThrow(),
                change.after().serial().orElseThrow(),
                change.diff().removed(),
                change.diff().added());
    }

    /// {@return the same edit under another number}
    public ZoneEdit numbered(long other) {
        return new ZoneEdit(other, time, zone, key, peer, before, after, removed, added);
    }

    /// {@return the record sets it is about; that of the SOA record only if more than its serial changes}
    public Set<SetName> sets() {
        var sets = new LinkedHashSet<SetName>();
        SetEdit.of(0, this).forEach(part -> sets.add(part.name()));
        return sets;
    }
}
