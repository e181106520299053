package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.server.state.ZoneChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the change of an UPDATE in a zone that somebody else has changed meanwhile, record by record: what the update
/// added is there, what it removed is not, all else is as the other side left it.
public final class ZoneMerge {

    private ZoneMerge() {}

    /// {@return the stored zone with the change made}; its serial is newer than both
    ///
    /// @param stored descends from the same version as the change
    public static Zone merge(Zone stored, ZoneChange change) {
        var merged = stored;
        for (var part : change.diff().changes()) {
            merged = part.set().type().equals(RecordType.SOA) ? merged : apply(merged, part);
        }
        return start(merged, change).withSerial(newest(stored, change.after()).next());
    }

    private static Serial newest(Zone stored, Zone updated) {
        var theirs = stored.serial().orElseThrow();
        var ours = updated.serial().orElseThrow();
        return theirs.isNewerThan(ours) ? theirs : ours;
    }

    /// An update that changes more of the SOA record than its serial means it.
    private static Zone start(Zone merged, ZoneChange change) {
        var serial = change.before().serial().orElseThrow();
        var unmoved = change.after().withSerial(serial);
        return start(unmoved).equals(start(change.before()))
                ? merged
                : merged.with(start(change.after()));
    }

    private static RecordSet start(Zone zone) {
        return zone.recordSet(zone.origin(), RecordType.SOA).orElseThrow();
    }

    private static Zone apply(Zone zone, ZoneDiff.Change part) {
        var set = part.set();
        var present = zone.recordSet(set.owner(), set.type());
        var data = new ArrayList<>(data(present));
        data.removeAll(data(part.before()));
        data.addAll(stillThere(part, present));
        data.addAll(added(part));
        return data.isEmpty()
                ? zone.without(set.owner(), set.type())
                : zone.with(new RecordSet(set.owner(), set.type(), ttl(part, present), data));
    }

    /// What the update left alone is there only if the other side has left it, too.
    private static List<RecordData> stillThere(ZoneDiff.Change part, Optional<RecordSet> present) {
        var left = new ArrayList<>(data(part.before()));
        left.retainAll(data(part.after()));
        left.retainAll(data(present));
        return left;
    }

    private static List<RecordData> added(ZoneDiff.Change part) {
        var added = new ArrayList<>(data(part.after()));
        added.removeAll(data(part.before()));
        return added;
    }

    private static List<RecordData> data(Optional<RecordSet> set) {
        return set.map(RecordSet::data).orElse(List.of());
    }

    private static Ttl ttl(ZoneDiff.Change part, Optional<RecordSet> present) {
        boolean meant = !part.before().map(RecordSet::ttl).equals(part.after().map(RecordSet::ttl));
        return meant ? part.set().ttl() : present.map(RecordSet::ttl).orElse(part.set().ttl());
    }
}
