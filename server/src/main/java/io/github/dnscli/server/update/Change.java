package io.github.dnscli.server.update;

import io.github.dnscli.common.key.ChangeAction;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ParsedData;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.wire.MessageRecord;
import java.util.Optional;

/// What one record of an UPDATE's update section asks for (RFC 2136 §2.5): its class says whether it adds or deletes.
sealed interface Change {

    /// Adds a record, or puts it in the place of another (§2.5.1).
    record Add(ResourceRecord record) implements Change {

        @Override
        public DomainName owner() {
            return record.owner();
        }

        @Override
        public RecordType type() {
            return record.type();
        }
    }

    /// Deletes all records of a type at a name (§2.5.2).
    record DeleteSet(DomainName owner, RecordType type) implements Change {}

    /// Deletes all records at a name (§2.5.3).
    record DeleteName(DomainName owner) implements Change {

        @Override
        public RecordType type() {
            return RecordType.ANY;
        }
    }

    /// Deletes one record (§2.5.4).
    record DeleteRecord(DomainName owner, RecordData data) implements Change {

        @Override
        public RecordType type() {
            return data.type();
        }
    }

    /// {@return the name that changes}
    DomainName owner();

    /// {@return the type of the records that change; ANY for all}
    RecordType type();

    /// {@return what is done}
    default ChangeAction action() {
        return switch (this) {
            case Add _ -> ChangeAction.ADD;
            case DeleteSet _, DeleteName _, DeleteRecord _ -> ChangeAction.DELETE;
        };
    }

    /// {@return what a record asks for; empty when it has not the shape of any change (§3.4.1.2)}
    static Optional<Change> of(MessageRecord record) {
        var recordClass = record.recordClass();
        if (recordClass.equals(RecordClass.IN)) {
            return addition(record);
        }
        if (record.ttl() != 0) {
            return Optional.empty();
        }
        if (recordClass.equals(RecordClass.ANY)) {
            return record.data().isEmpty() ? deletion(record) : Optional.empty();
        }
        return recordClass.equals(RecordClass.NONE) ? recordDeletion(record) : Optional.empty();
    }

    private static Optional<Change> addition(MessageRecord record) {
        return record.data()
                .filter(_ -> !record.type().isMeta())
                .map(data -> new Add(new ResourceRecord(record.owner(), ttl(record), data)));
    }

    /// RFC 2181 §8: a TTL with the top bit set counts as 0.
    private static Ttl ttl(MessageRecord record) {
        return new Ttl(record.ttl() > Integer.MAX_VALUE ? 0 : (int) record.ttl());
    }

    private static Optional<Change> deletion(MessageRecord record) {
        if (record.type().equals(RecordType.ANY)) {
            return Optional.of(new DeleteName(record.owner()));
        }
        return record.type().isMeta()
                ? Optional.empty()
                : Optional.of(new DeleteSet(record.owner(), record.type()));
    }

    private static Optional<Change> recordDeletion(MessageRecord record) {
        return record.type().isMeta()
                ? Optional.empty()
                : record.data()
                        .or(() -> emptyData(record.type()))
                        .map(data -> new DeleteRecord(record.owner(), data));
    }

    /// No octets are data of some types, such as APL.
    private static Optional<RecordData> emptyData(RecordType type) {
        return switch (RecordData.decode(type, new byte[0])) {
            case ParsedData.Valid(var data) -> Optional.of(data);
            case ParsedData.Invalid _ -> Optional.empty();
        };
    }
}
