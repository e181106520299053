package io.github.dnscli.certifier.policy;

import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What one version of a zone has at the service names of hosts.
///
/// @param zone the zone
/// @param sets the TLSA records at such names
/// @param aliases the CNAME records at such names
record ZoneScan(
        Zone zone,
        SortedMap<DomainName, RecordSet> sets,
        SortedMap<DomainName, RecordSet> aliases) {

    /// How much may differ from the version before that is better than to look at all.
    private static final int MOST_CHANGES = 10_000;

    static ZoneScan of(Zone zone) {
        var scan = new ZoneScan(zone, new TreeMap<>(), new TreeMap<>());
        zone.recordSets().forEach(scan::add);
        return scan;
    }

    /// {@return what another version of the zone has}
    ZoneScan next(Zone newer) {
        return ZoneDiff.between(zone, newer, MOST_CHANGES)
                .filter(diff -> diff.changes().stream().noneMatch(ZoneScan::movesCut))
                .map(diff -> next(newer, diff))
                .orElseGet(() -> of(newer));
    }

    private static boolean movesCut(ZoneDiff.Change change) {
        return change.set().type().equals(RecordType.NS);
    }

    private ZoneScan next(Zone newer, ZoneDiff diff) {
        var scan = new ZoneScan(newer, new TreeMap<>(sets), new TreeMap<>(aliases));
        diff.changes().forEach(change -> change.before().ifPresent(scan::drop));
        diff.changes().forEach(change -> change.after().ifPresent(scan::add));
        return scan;
    }

    private void drop(RecordSet set) {
        mapsOf(set).forEach(map -> map.remove(set.owner()));
    }

    private void add(RecordSet set) {
        if (isService(set.owner())) {
            mapsOf(set).forEach(map -> map.put(set.owner(), set));
        }
    }

    private Stream<SortedMap<DomainName, RecordSet>> mapsOf(RecordSet set) {
        return set.type().equals(RecordType.TLSA)
                ? Stream.of(sets)
                : set.type().equals(RecordType.CNAME) ? Stream.of(aliases) : Stream.empty();
    }

    /// Below a cut the zone has no say: who may write there is up to the zone below. A `*` in the middle of a name is a
    /// label like any other, and no host.
    private boolean isService(DomainName owner) {
        return owner.labelCount() > 2
                && !owner.parent().parent().isWildcard()
                && ServiceName.ofOwner(owner).isPresent()
                && zone.cut(owner).isEmpty();
    }
}
