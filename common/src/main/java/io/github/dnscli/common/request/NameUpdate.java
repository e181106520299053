package io.github.dnscli.common.request;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is to change at one name, as an update.
///
/// @param zone as the server has it
/// @param changes of sets that all have the same owner
record NameUpdate(Zone zone, List<ZoneDiff.Change> changes) {

    /// {@return the update, if the sets hold what they held}
    Update guarded() {
        return changing(guards(true));
    }

    /// {@return the update, if the sets are there: for sets so large that there is no room to say what they hold}
    Update loosely() {
        return changing(guards(false));
    }

    private Update guards(boolean byContent) {
        var update = Update.of(zone.origin());
        if (zone.recordSetsAt(owner()).isEmpty()) {
            return update.nameNotInUse(owner());
        }
        for (var change : changes) {
            update =
                    change.before().isEmpty()
                            ? update.setAbsent(owner(), change.set().type())
                            : exists(update, change.before().get(), byContent);
        }
        return mayMeetAlias() ? update.setAbsent(owner(), RecordType.CNAME) : update;
    }

    private static Update exists(Update update, RecordSet set, boolean byContent) {
        return byContent ? update.setEquals(set) : update.setExists(set.owner(), set.type());
    }

    /// A server ignores, and does not refuse, what is added beside an alias (RFC 2136 §3.4.2.2).
    private boolean mayMeetAlias() {
        return zone.recordSet(owner(), RecordType.CNAME).isEmpty()
                && changes.stream().noneMatch(c -> c.set().type().equals(RecordType.CNAME))
                && changes.stream().anyMatch(c -> c.after().isPresent());
    }

    /// First sets go as a whole, to make room for an alias or for what stands in place of one; then records come, and then
    /// records go: so there is always a name server left.
    private Update changing(Update guards) {
        var update = guards;
        for (var change : changes) {
            if (goesWhole(change)) {
                update = update.deleteSet(owner(), change.set().type());
            }
        }
        for (var change : changes) {
            for (var record : comes(change)) {
                update = update.add(record);
            }
        }
        for (var change : changes) {
            for (var data : goesWhole(change) ? List.<RecordData>of() : goes(change)) {
                update = update.deleteRecord(owner(), data);
            }
        }
        return update;
    }

    /// Servers keep SOA and NS records of the origin when they are told to delete the set (§3.4.2.3).
    private boolean goesWhole(ZoneDiff.Change change) {
        boolean isKept =
                owner().equals(zone.origin())
                        && (change.set().type().equals(RecordType.SOA)
                                || change.set().type().equals(RecordType.NS));
        return change.before().isPresent()
                && !isKept
                && (change.after().isEmpty() || isRetimed(change));
    }

    private static List<ResourceRecord> comes(ZoneDiff.Change change) {
        var known = isRetimed(change) ? List.<RecordData>of() : data(change.before());
        return change.after().stream()
                .flatMap(set -> set.records().stream())
                .filter(record -> !known.contains(record.data()))
                .toList();
    }

    private static List<RecordData> goes(ZoneDiff.Change change) {
        if (change.set().type().equals(RecordType.SOA)) {
            return List.of();
        }
        var gone = new ArrayList<>(data(change.before()));
        gone.removeAll(data(change.after()));
        return gone;
    }

    private static boolean isRetimed(ZoneDiff.Change change) {
        return !ttl(change.before()).equals(ttl(change.after()));
    }

    private static Optional<Ttl> ttl(Optional<RecordSet> set) {
        return set.map(RecordSet::ttl);
    }

    private static List<RecordData> data(Optional<RecordSet> set) {
        return set.map(RecordSet::data).orElse(List.of());
    }

    private DomainName owner() {
        return changes.getFirst().set().owner();
    }
}
