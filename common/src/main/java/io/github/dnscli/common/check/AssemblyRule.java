package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.PlacedRecord;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.zone.RecordColumns;
import java.util.HashMap;
import java.util.Map;

/// What is lost when the records of a file become a zone: those outside it, repetitions, and TTLs that differ within a
/// set (RFC 2181 §5). It looks at every record, and so at columns instead of objects.
final class AssemblyRule {

    private static final int NONE = RecordColumns.NONE;

    /// Chains up to here are compared record by record.
    private static final int SHORT = 8;

    private final ZoneFile file;
    private final RecordColumns columns;
    private final Findings findings;

    AssemblyRule(ZoneFile file, Findings findings) {
        this.file = file;
        this.columns = file.columns();
        this.findings = findings;
    }

    /// Judges the names of one of several parts.
    void judge(int part, int parts) {
        int origin = columns.find(file.origin());
        int from = (int) ((long) columns.nameCount() * part / parts);
        int to = (int) ((long) columns.nameCount() * (part + 1) / parts);
        for (int name = from; name < to; name++) {
            int first = columns.first(name);
            if (first == NONE) {
                continue;
            }
            if (!columns.isAtOrBelow(name, origin)) {
                judgeForeign(first);
            } else if (columns.next(first) != NONE) {
                judgeChain(first);
            }
        }
    }

    private void judgeForeign(int first) {
        for (int i = first; i != NONE; i = columns.next(i)) {
            var placed = file.placed(i);
            findings.add(
                    StructureChecks.OUT_OF_ZONE,
                    placed,
                    "'%s' is not in zone '%s'"
                            .formatted(placed.owner().display(), file.origin().display()),
                    "a name without a final dot is relative to the origin");
        }
    }

    private void judgeChain(int first) {
        int length = 0;
        for (int i = first; i != NONE && length <= SHORT; i = columns.next(i)) {
            length++;
        }
        if (length <= SHORT) {
            judgeShort(first);
        } else {
            judgeLong(first);
        }
    }

    private void judgeShort(int first) {
        for (int i = columns.next(first); i != NONE; i = columns.next(i)) {
            int set = NONE;
            int repeated = NONE;
            for (int before = first; before != i; before = columns.next(before)) {
                if (columns.type(before) == columns.type(i)) {
                    set = set == NONE ? before : set;
                    repeated = repeated == NONE && isSame(before, i) ? before : repeated;
                }
            }
            judge(i, set, repeated);
        }
    }

    private boolean isSame(int one, int other) {
        return columns.haveSameOctets(one, other) || columns.data(one).equals(columns.data(other));
    }

    private void judgeLong(int first) {
        Map<RecordData, Integer> seen = new HashMap<>();
        Map<Integer, Integer> sets = new HashMap<>();
        for (int i = first; i != NONE; i = columns.next(i)) {
            var set = sets.putIfAbsent(columns.type(i), i);
            var repeated = seen.putIfAbsent(columns.data(i), i);
            judge(i, set == null ? NONE : set, repeated == null ? NONE : repeated);
        }
    }

    private void judge(int record, int set, int repeated) {
        if (repeated != NONE) {
            var placed = file.placed(record);
            findings.add(
                    StructureChecks.DUPLICATE_RECORD,
                    placed,
                    "this %s record of '%s' stands on line %s already"
                            .formatted(placed.type(), placed.owner().display(), lineOf(repeated)),
                    "");
        }
        // Each signature has the TTL of the set it covers (RFC 4034 §3).
        if (set != NONE
                && columns.ttl(set) != columns.ttl(record)
                && columns.type(record) != RecordType.RRSIG.value()) {
            judgeTtl(file.placed(record), set);
        }
    }

    private void judgeTtl(PlacedRecord placed, int set) {
        findings.add(
                StructureChecks.TTL_MISMATCH,
                placed,
                "TTL %s differs from the %s of the first %s record of '%s' on line %s"
                        .formatted(
                                placed.record().ttl(),
                                columns.ttl(set),
                                placed.type(),
                                placed.owner().display(),
                                lineOf(set)),
                "records of one set share a TTL; the first is used");
    }

    private int lineOf(int record) {
        return file.placed(record).place().line();
    }
}
