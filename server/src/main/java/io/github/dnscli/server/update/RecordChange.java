package io.github.dnscli.server.update;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One record of an UPDATE's update section (RFC 2136 §3.4): its class says whether it adds or deletes.
final class RecordChange {

    private RecordChange() {}

    /// {@return what is wrong with the shape of a change (RFC 2136 §3.4.1.2)}
    static Optional<UpdateOutcome.Rejected> problem(MessageRecord record, DomainName section) {
        if (!record.owner().isAtOrBelow(section)) {
            return Optional.of(
                    new UpdateOutcome.Rejected(
                            Rcode.NOTZONE,
                            "'"
                                    + record.owner().display()
                                    + "' is outside '"
                                    + section.display()
                                    + "'"));
        }
        return isWellFormed(record)
                ? Optional.empty()
                : Optional.of(
                        new UpdateOutcome.Rejected(
                                Rcode.FORMERR,
                                "the change of "
                                        + record.type()
                                        + " at '"
                                        + record.owner().display()
                                        + "' is malformed"));
    }

    private static boolean isWellFormed(MessageRecord record) {
        boolean everyType = record.type().equals(RecordType.ANY);
        return switch (Kind.of(record)) {
            case ADD -> record.data().isPresent() && !record.type().isMeta();
            case DELETE_SETS ->
                    record.ttl() == 0
                            && record.data().isEmpty()
                            && (everyType || !record.type().isMeta());
            case DELETE_RECORD ->
                    record.ttl() == 0 && record.data().isPresent() && !record.type().isMeta();
            case NONSENSE -> false;
        };
    }

    private enum Kind {
        ADD,
        DELETE_SETS,
        DELETE_RECORD,
        NONSENSE;

        static Kind of(MessageRecord record) {
            var recordClass = record.recordClass();
            if (recordClass.equals(RecordClass.IN)) {
                return ADD;
            }
            if (recordClass.equals(RecordClass.ANY)) {
                return DELETE_SETS;
            }
            return recordClass.equals(RecordClass.NONE) ? DELETE_RECORD : NONSENSE;
        }
    }

    /// {@return the zone with a well-formed change made, or as it was if the rules say that it is ignored}
    static Zone apply(Zone zone, MessageRecord record) {
        return switch (Kind.of(record)) {
            case ADD -> add(zone, record, record.data().orElseThrow());
            case DELETE_SETS ->
                    record.type().equals(RecordType.ANY)
                            ? deleteName(zone, record.owner())
                            : deleteSet(zone, record.owner(), record.type());
            case DELETE_RECORD -> deleteRecord(zone, record.owner(), record.data().orElseThrow());
            case NONSENSE -> throw new IllegalArgumentException("a malformed change");
        };
    }

    /// RFC 2136 §3.4.2.2.
    private static Zone add(Zone zone, MessageRecord record, RecordData data) {
        if (record.type().equals(RecordType.SOA)) {
            return replaceStart(zone, record, data);
        }
        if (clashesWithAlias(zone, record)) {
            return zone;
        }
        boolean single =
                record.type().equals(RecordType.CNAME) || record.type().equals(RecordType.DNAME);
        var present = zone.recordSet(record.owner(), record.type()).filter(_ -> !single);
        var all =
                Stream.concat(present.stream().flatMap(set -> set.data().stream()), Stream.of(data))
                        .toList();
        return zone.with(new RecordSet(ownerOf(zone, record), record.type(), ttl(record), all));
    }

    /// The spelling of a name that is already there stays.
    private static DomainName ownerOf(Zone zone, MessageRecord record) {
        return zone.recordSetsAt(record.owner()).stream()
                .map(RecordSet::owner)
                .findFirst()
                .orElse(record.owner());
    }

    private static Zone replaceStart(Zone zone, MessageRecord record, RecordData data) {
        boolean forward =
                zone.serial()
                        .filter(serial -> Soa.of(data).serial().isNewerThan(serial))
                        .isPresent();
        return forward && record.owner().equals(zone.origin())
                ? zone.with(
                        new RecordSet(record.owner(), RecordType.SOA, ttl(record), List.of(data)))
                : zone;
    }

    private static boolean clashesWithAlias(Zone zone, MessageRecord record) {
        if (record.type().equals(RecordType.CNAME)) {
            return zone.recordSetsAt(record.owner()).stream()
                    .anyMatch(set -> !set.type().mayStandBesideCname());
        }
        return !record.type().mayStandBesideCname()
                && zone.recordSet(record.owner(), RecordType.CNAME).isPresent();
    }

    /// RFC 2181 §8: a TTL with the top bit set counts as 0.
    private static Ttl ttl(MessageRecord record) {
        return new Ttl(record.ttl() > Integer.MAX_VALUE ? 0 : (int) record.ttl());
    }

    /// RFC 2136 §3.4.2.3: at the apex the SOA and NS records stay.
    private static Zone deleteName(Zone zone, DomainName owner) {
        var changed = zone;
        for (var set : zone.recordSetsAt(owner)) {
            changed = deleteSet(changed, owner, set.type());
        }
        return changed;
    }

    private static Zone deleteSet(Zone zone, DomainName owner, RecordType type) {
        boolean stays =
                owner.equals(zone.origin())
                        && (type.equals(RecordType.SOA) || type.equals(RecordType.NS));
        return stays ? zone : zone.without(owner, type);
    }

    /// RFC 2136 §3.4.2.4: never the SOA record, never the last NS record of the apex.
    private static Zone deleteRecord(Zone zone, DomainName owner, RecordData data) {
        var present = zone.recordSet(owner, data.type());
        if (present.isEmpty() || data.type().equals(RecordType.SOA)) {
            return zone;
        }
        var set = present.get();
        var rest = set.data().stream().filter(d -> !d.equals(data)).toList();
        if (!rest.isEmpty()) {
            return zone.with(new RecordSet(set.owner(), set.type(), set.ttl(), rest));
        }
        return deleteSet(zone, owner, data.type());
    }
}
