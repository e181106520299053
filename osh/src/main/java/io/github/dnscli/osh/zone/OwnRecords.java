package io.github.dnscli.osh.zone;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Set;

/// What of a zone is the operator's to change: all but what a server that signs the zone makes itself.
final class OwnRecords {

    private static final Set<RecordType> MADE =
            Set.of(RecordType.RRSIG, RecordType.NSEC, RecordType.NSEC3);

    private OwnRecords() {}

    /// {@return the zone without signatures and chains of denial}
    static Zone of(Zone zone) {
        var made = zone.recordSets().filter(OwnRecords::isMade).toList();
        var own = zone;
        for (var set : made) {
            own = own.without(set.owner(), set.type());
        }
        return own;
    }

    static List<RecordSet> sets(Zone zone) {
        return zone.recordSets().filter(set -> !isMade(set)).toList();
    }

    private static boolean isMade(RecordSet set) {
        return MADE.contains(set.type());
    }
}
