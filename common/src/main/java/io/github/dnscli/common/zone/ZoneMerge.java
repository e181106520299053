package io.github.dnscli.common.zone;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.record.Ttl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One's own changes of a zone made again on a version that has moved meanwhile, record by record.
///
/// @param zone the version that has moved, with one's own changes as far as they clash with none of the others
/// @param conflicts the changes of one's own that are left out, since the same set was changed otherwise
public record ZoneMerge(Zone zone, List<ZoneDiff.Change> conflicts) {

    /// Of these a name has one at the most, so that two additions are one too many.
    private static final Set<RecordType> SINGLE =
            Set.of(RecordType.CNAME, RecordType.DNAME, RecordType.SOA);

    /// Copies the conflicts.
    public ZoneMerge {
        conflicts = List.copyOf(conflicts);
    }

    /// {@return changes of one's own on top of those of others}
    ///
    /// @param base the version that both began with
    /// @param mine the base with one's own changes
    /// @param theirs the base with the changes of others
    public static ZoneMerge of(Zone base, Zone mine, Zone theirs) {
        var merged = theirs;
        var conflicts = new ArrayList<ZoneDiff.Change>();
        for (var change : ZoneDiff.between(base, mine).changes()) {
            var set = change.set();
            var there = theirs.recordSet(set.owner(), set.type());
            if (there.equals(change.before())) {
                merged = with(merged, set, change.after());
            } else if (onlySerialMoved(change, there)) {
                merged = merged.with(numberedAs(there.orElseThrow(), set));
            } else if (clash(change, there)) {
                conflicts.add(change);
            } else {
                merged = with(merged, set, joined(change, there));
            }
        }
        return new ZoneMerge(merged, conflicts);
    }

    private static Zone with(Zone zone, RecordSet place, Optional<RecordSet> set) {
        return set.map(zone::with).orElseGet(() -> zone.without(place.owner(), place.type()));
    }

    /// Every change by others moves the serial, which clashes with nothing.
    private static boolean onlySerialMoved(ZoneDiff.Change change, Optional<RecordSet> there) {
        return change.set().type().equals(RecordType.SOA)
                && change.after().isPresent()
                && there.isPresent()
                && change.before().map(soa -> numberedAs(there.get(), soa)).equals(there);
    }

    /// {@return an SOA record with the serial of another}
    private static RecordSet numberedAs(RecordSet serial, RecordSet soa) {
        var known = Soa.of(serial.data().getFirst()).serial();
        var data = Soa.of(soa.data().getFirst()).withSerial(known).data();
        return new RecordSet(soa.owner(), soa.type(), soa.ttl(), List.of(data));
    }

    /// Both replaced the same record, by something different; or both set another TTL.
    private static boolean clash(ZoneDiff.Change change, Optional<RecordSet> there) {
        if (there.equals(change.after())) {
            return false;
        }
        var mineAdded = minus(data(change.after()), data(change.before()));
        var theirsAdded = minus(data(there), data(change.before()));
        var bothRemoved = minus(data(change.before()), data(change.after()));
        bothRemoved.removeAll(data(there));
        boolean replacedBoth = SINGLE.contains(change.set().type()) || !bothRemoved.isEmpty();
        return replacedBoth && !mineAdded.equals(theirsAdded) || timesClash(change, there);
    }

    private static boolean timesClash(ZoneDiff.Change change, Optional<RecordSet> there) {
        var before = ttl(change.before());
        var mine = ttl(change.after());
        var theirs = ttl(there);
        return mine.isPresent()
                && theirs.isPresent()
                && !mine.equals(theirs)
                && !mine.equals(before)
                && !theirs.equals(before);
    }

    private static Optional<RecordSet> joined(ZoneDiff.Change change, Optional<RecordSet> there) {
        var data = new TreeSet<>(data(there));
        data.removeAll(minus(data(change.before()), data(change.after())));
        data.addAll(minus(data(change.after()), data(change.before())));
        var set = change.set();
        return data.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RecordSet(
                                set.owner(), set.type(), time(change, there), List.copyOf(data)));
    }

    private static Ttl time(ZoneDiff.Change change, Optional<RecordSet> there) {
        boolean mineStays = ttl(change.after()).equals(ttl(change.before()));
        return (mineStays ? there : change.after().or(() -> there)).orElse(change.set()).ttl();
    }

    private static Optional<Ttl> ttl(Optional<RecordSet> set) {
        return set.map(RecordSet::ttl);
    }

    private static Set<RecordData> minus(
            Collection<RecordData> some, Collection<RecordData> others) {
        var rest = new HashSet<>(some);
        rest.removeAll(new HashSet<>(others));
        return rest;
    }

    private static List<RecordData> data(Optional<RecordSet> set) {
        return set.map(RecordSet::data).orElse(List.of());
    }
}
