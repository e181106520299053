package io.github.dnscli.server.update;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether an UPDATE's prerequisites hold (RFC 2136 §3.2). Wildcards and empty non-terminals do not count as names
/// in use: only records that are there do.
final class Prerequisites {

    private record SetName(DomainName owner, RecordType type) {}

    private final Zone zone;
    private final DomainName section;

    Prerequisites(Zone zone, DomainName section) {
        this.zone = zone;
        this.section = section;
    }

    /// {@return why the prerequisites do not hold; empty when they do}
    Optional<UpdateOutcome.Rejected> unmet(List<MessageRecord> prerequisites) {
        for (var record : prerequisites) {
            var unmet = unmet(record);
            if (unmet.isPresent()) {
                return unmet;
            }
        }
        return unequalSet(prerequisites);
    }

    private Optional<UpdateOutcome.Rejected> unmet(MessageRecord record) {
        if (record.ttl() != 0) {
            return rejected(Rcode.FORMERR, record, "a prerequisite has a TTL");
        }
        if (!record.owner().isAtOrBelow(section)) {
            return rejected(
                    Rcode.NOTZONE, record, "a prerequisite is outside '" + section.display() + "'");
        }
        if (record.recordClass().equals(RecordClass.IN)) {
            return record.data().isEmpty()
                    ? rejected(Rcode.FORMERR, record, "a prerequisite lacks its data")
                    : Optional.empty();
        }
        boolean mustExist = record.recordClass().equals(RecordClass.ANY);
        if (!mustExist && !record.recordClass().equals(RecordClass.NONE)
                || record.data().isPresent()) {
            return rejected(Rcode.FORMERR, record, "a prerequisite has the wrong class, or data");
        }
        return exists(record) == mustExist ? Optional.empty() : wrongExistence(record, mustExist);
    }

    private boolean exists(MessageRecord record) {
        return record.type().equals(RecordType.ANY)
                ? !zone.recordSetsAt(record.owner()).isEmpty()
                : zone.recordSet(record.owner(), record.type()).isPresent();
    }

    private static Optional<UpdateOutcome.Rejected> wrongExistence(
            MessageRecord record, boolean mustExist) {
        boolean aboutName = record.type().equals(RecordType.ANY);
        Rcode rcode =
                mustExist
                        ? aboutName ? Rcode.NXDOMAIN : Rcode.NXRRSET
                        : aboutName ? Rcode.YXDOMAIN : Rcode.YXRRSET;
        return rejected(rcode, record, mustExist ? "it does not exist" : "it exists");
    }

    /// RFC 2136 §3.2.3: sets given with their data must be exactly what the zone has, TTLs aside.
    private Optional<UpdateOutcome.Rejected> unequalSet(List<MessageRecord> prerequisites) {
        var wanted =
                prerequisites.stream()
                        .filter(record -> record.recordClass().equals(RecordClass.IN))
                        .collect(
                                groupingBy(
                                        record -> new SetName(record.owner(), record.type()),
                                        mapping(record -> record.data().orElseThrow(), toSet())));
        return wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(actual(entry.getKey())))
                .findFirst()
                .map(
                        entry ->
                                new UpdateOutcome.Rejected(
                                        Rcode.NXRRSET,
                                        "the "
                                                + entry.getKey().type()
                                                + " records at '"
                                                + entry.getKey().owner().display()
                                                + "' are not those expected"));
    }

    private Set<RecordData> actual(SetName name) {
        return zone.recordSet(name.owner(), name.type())
                .<Set<RecordData>>map(set -> new HashSet<>(set.data()))
                .orElse(Set.of());
    }

    private static Optional<UpdateOutcome.Rejected> rejected(
            Rcode rcode, MessageRecord record, String problem) {
        return Optional.of(
                new UpdateOutcome.Rejected(
                        rcode,
                        "prerequisite "
                                + record.type()
                                + " at '"
                                + record.owner().display()
                                + "': "
                                + problem));
    }
}
