package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Judges whether a zone can be served after a change, and read again from its file.
public final class Soundness {

    /// A host that loses its addresses, or what leads to them, may be named anywhere, as a mail exchanger is.
    private static final Set<RecordType> NAMED_ELSEWHERE =
            Set.of(
                    RecordType.A,
                    RecordType.AAAA,
                    RecordType.CNAME,
                    RecordType.DNAME,
                    RecordType.NS);

    private Soundness() {}

    /// {@return the faults for which a zone must not be served; a change costs its own size, but for one after which all of
    /// the zone has to be judged, because it takes addresses away}
    ///
    /// @param after the zone after the change
    /// @param changes the sets that have changed
    public static List<Finding> faults(Zone after, List<ZoneDiff.Change> changes) {
        return ZoneChecks.faults(after, scope(changes));
    }

    /// {@return the faults that a change makes, those left out that were there before}
    static List<Finding> newFaults(Zone before, Zone after, List<ZoneDiff.Change> changes) {
        var faults = faults(after, changes);
        if (faults.isEmpty()) {
            return faults;
        }
        var old = Set.copyOf(faults(before, changes));
        return faults.stream().filter(fault -> !old.contains(fault)).toList();
    }

    private static Scope scope(List<ZoneDiff.Change> changes) {
        boolean takesAddresses =
                changes.stream()
                        .filter(change -> change.after().isEmpty())
                        .anyMatch(change -> NAMED_ELSEWHERE.contains(change.set().type()));
        return takesAddresses ? Scope.WHOLE : new Scope.Touched(names(changes));
    }

    private static Set<DomainName> names(List<ZoneDiff.Change> changes) {
        var names = new HashSet<DomainName>();
        changes.forEach(change -> names.add(change.set().owner()));
        return names;
    }
}
