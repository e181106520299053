package io.github.dnscli.common.request;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Changes of a zone, made all or none, if the prerequisites hold (RFC 2136). Each method gives a new update with one
/// more prerequisite or change; changes are made in their order.
///
/// @param zone the zone
/// @param prerequisites what must hold before (§2.4)
/// @param changes what to change (§2.5)
public record Update(
        DomainName zone, List<MessageRecord> prerequisites, List<MessageRecord> changes)
        implements Request {

    /// Copies the lists.
    public Update {
        prerequisites = List.copyOf(prerequisites);
        changes = List.copyOf(changes);
    }

    /// {@return an update of a zone that changes nothing yet}
    public static Update of(DomainName zone) {
        return new Update(zone, List.of(), List.of());
    }

    /// {@return this update, if a name has any records (§2.4.4)}
    public Update nameInUse(DomainName name) {
        return requiring(MessageRecord.empty(name, RecordType.ANY, RecordClass.ANY));
    }

    /// {@return this update, if a name has no records (§2.4.5)}
    public Update nameNotInUse(DomainName name) {
        return requiring(MessageRecord.empty(name, RecordType.ANY, RecordClass.NONE));
    }

    /// {@return this update, if a set exists, whatever it holds (§2.4.1)}
    public Update setExists(DomainName name, RecordType type) {
        return requiring(MessageRecord.empty(name, type, RecordClass.ANY));
    }

    /// {@return this update, if a set exists and holds exactly this data; its TTL does not matter (§2.4.2)}
    public Update setEquals(RecordSet set) {
        var update = this;
        for (var data : set.data()) {
            update =
                    update.requiring(
                            new MessageRecord(
                                    set.owner(), set.type(), RecordClass.IN, 0, Optional.of(data)));
        }
        return update;
    }

    /// {@return this update, if a set does not exist (§2.4.3)}
    public Update setAbsent(DomainName name, RecordType type) {
        return requiring(MessageRecord.empty(name, type, RecordClass.NONE));
    }

    /// {@return this update, adding a record (§2.5.1)}
    public Update add(ResourceRecord record) {
        return changing(MessageRecord.of(record));
    }

    /// {@return this update, adding all records of a set (§2.5.1)}
    public Update add(RecordSet set) {
        var update = this;
        for (var record : set.records()) {
            update = update.add(record);
        }
        return update;
    }

    /// {@return this update, deleting a whole set (§2.5.2)}
    public Update deleteSet(DomainName name, RecordType type) {
        return changing(MessageRecord.empty(name, type, RecordClass.ANY));
    }

    /// {@return this update, deleting all sets at a name (§2.5.3)}
    public Update deleteName(DomainName name) {
        return changing(MessageRecord.empty(name, RecordType.ANY, RecordClass.ANY));
    }

    /// {@return this update, deleting one record of a set (§2.5.4)}
    public Update deleteRecord(DomainName name, RecordData data) {
        return changing(
                new MessageRecord(name, data.type(), RecordClass.NONE, 0, Optional.of(data)));
    }

    private Update requiring(MessageRecord prerequisite) {
        return new Update(zone, with(prerequisites, prerequisite), changes);
    }

    private Update changing(MessageRecord change) {
        return new Update(zone, prerequisites, with(changes, change));
    }

    private static List<MessageRecord> with(List<MessageRecord> records, MessageRecord more) {
        var all = new ArrayList<>(records);
        all.add(more);
        return all;
    }

    @Override
    public Message message(int id) {
        return Message.request(id, Opcode.UPDATE, Question.of(zone, RecordType.SOA))
                .withSections(prerequisites, changes, List.of());
    }
}
