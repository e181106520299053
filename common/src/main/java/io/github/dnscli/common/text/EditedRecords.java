package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.RecordColumns;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The records of a file, and which of them belong to sets that were to change.
final class EditedRecords {

    /// A set, by the numbers of its name and its type.
    private record Key(int owner, int type) {}

    private final RecordColumns columns;
    private final BitSet owners = new BitSet();
    private final Set<Key> sets = new HashSet<>();

    EditedRecords(ZoneFile file, List<? extends SetChange> changes) {
        columns = file.columns();
        for (var change : changes) {
            int owner = columns.find(change.owner());
            if (owner != RecordColumns.NONE) {
                owners.set(owner);
                sets.add(new Key(owner, change.type().value()));
            }
        }
    }

    /// {@return whether the other records are the same ones in the same order}
    boolean isLikeElsewhere(EditedRecords other) {
        int there = other.untouchedFrom(0);
        for (int here = untouchedFrom(0); here < columns.size(); here = untouchedFrom(here + 1)) {
            if (there == other.columns.size() || !isSame(here, other.columns, there)) {
                return false;
            }
            there = other.untouchedFrom(there + 1);
        }
        return there == other.columns.size();
    }

    private int untouchedFrom(int record) {
        int at = record;
        while (at < columns.size() && isTouched(at)) {
            at++;
        }
        return at;
    }

    private boolean isTouched(int record) {
        int owner = columns.owner(record);
        return owners.get(owner) && sets.contains(new Key(owner, columns.type(record)));
    }

    private boolean isSame(int record, RecordColumns others, int other) {
        return columns.type(record) == others.type(other)
                && columns.ttl(record) == others.ttl(other)
                && columns.hasSameOctets(record, others, other)
                && columns.isSameName(columns.owner(record), others, others.owner(other));
    }

    /// {@return whether the sets are what changes wanted}
    boolean areAsWanted(List<? extends SetChange> changes) {
        return changes.stream()
                .allMatch(change -> records(change.owner(), change.type()).equals(wanted(change)));
    }

    /// {@return the records of a set in canonical order without repetition}
    private List<ResourceRecord> records(DomainName owner, RecordType type) {
        var records = new ArrayList<ResourceRecord>();
        columns.numbers(owner, type).stream()
                .map(columns::record)
                .sorted(Comparator.comparing(ResourceRecord::data))
                .filter(record -> records.isEmpty() || !record.equals(records.getLast()))
                .forEach(records::add);
        return records;
    }

    private static List<ResourceRecord> wanted(SetChange change) {
        return switch (change) {
            case SetChange.Put(RecordSet set) -> set.records();
            case SetChange.Remove _ -> List.of();
        };
    }
}
