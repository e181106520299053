package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// How much of a zone is gone in another version of it. Both are walked once, side by side, and nothing is kept.
///
/// The SOA record, which changes each time, does not count, and neither do TTLs.
///
/// @param total how many records the older version has
/// @param gone how many of them the newer one does not have
record ZoneComparison(long total, long gone) {

    static ZoneComparison of(Zone older, Zone newer) {
        var left = new Cursor(older);
        var right = new Cursor(newer);
        long total = 0;
        long gone = 0;
        while (left.set.isPresent()) {
            var before = left.set.get();
            int order = right.set.isEmpty() ? -1 : compare(before, right.set.get());
            if (order > 0) {
                right.advance();
                continue;
            }
            int size = before.type().equals(RecordType.SOA) ? 0 : before.data().size();
            total += size;
            if (size > 0) {
                gone += size - (order < 0 ? 0 : common(before.data(), right.set.get().data()));
            }
            left.advance();
        }
        return new ZoneComparison(total, gone);
    }

    /// {@return whether two versions differ in anything, TTLs included; the first difference is enough}
    static boolean differ(Zone older, Zone newer) {
        var left = new Cursor(older);
        var right = new Cursor(newer);
        while (left.set.equals(right.set)) {
            if (left.set.isEmpty()) {
                return false;
            }
            left.advance();
            right.advance();
        }
        return true;
    }

    /// {@return how many data two lists in canonical order have in common}
    static int common(List<RecordData> left, List<RecordData> right) {
        if (left.equals(right)) {
            return left.size();
        }
        int common = 0;
        for (int i = 0, j = 0; i < left.size() && j < right.size(); ) {
            int order = left.get(i).compareTo(right.get(j));
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private static int compare(RecordSet left, RecordSet right) {
        // Names that are the same, as most are, show it sooner than which of two comes first.
        int byOwner =
                left.owner().equals(right.owner()) ? 0 : left.owner().compareTo(right.owner());
        return byOwner != 0 ? byOwner : left.type().compareTo(right.type());
    }

    /// Walks the sets of a version, one step ahead.
    private static final class Cursor {
        private final Iterator<RecordSet> rest;
        private Optional<RecordSet> set;

        Cursor(Zone zone) {
            rest = zone.recordSets().iterator();
            set = next();
        }

        void advance() {
            set = next();
        }

        private Optional<RecordSet> next() {
            return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
        }
    }
}
