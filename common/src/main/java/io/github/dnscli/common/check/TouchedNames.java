package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.LinkedHashSet;
import java.util.Set;

/// The names at which a change may have broken something, from those whose records it changed:
///
/// - these themselves;
/// - the apex, whose name servers may have lost their addresses;
/// - the cut above each, whose glue may be gone;
/// - the names below each, at the most [#MOST_BELOW] of them in canonical order: they are out of sight, or back in it, if the
///   name has become a cut or the owner of a DNAME record, or is one no more.
///
/// That is where all new *errors* of structure stand, with these exceptions, which would need to know who points to a
/// name, or to look at half the zone: a mail exchanger elsewhere that has lost its address, or the wildcard or the cut
/// that stood for one; what stands further below a name than the limit; and what stands below an apex that has lost a
/// DNAME record. They are found when the whole zone is judged next. Warnings at other names are not promised either.
///
/// The cost is that of the change, times the depth of its names, and what stands right at the apex.
final class TouchedNames {

    /// How many names are looked at below one that was changed.
    static final int MOST_BELOW = 1000;

    private TouchedNames() {}

    /// {@return the names to be judged}
    ///
    /// @param zone the zone after the change
    /// @param changed the names whose records were changed, at or below its origin; some may have none any more
    static Set<DomainName> of(Zone zone, Set<DomainName> changed) {
        var touched = new LinkedHashSet<DomainName>();
        touched.add(zone.origin());
        for (var name : changed) {
            touched.add(name);
            zone.cut(name).ifPresent(touched::add);
            if (mayHide(zone, name)) {
                touched.addAll(zone.namesBelow(name, MOST_BELOW));
            }
        }
        return touched;
    }

    /// Everything is below the apex, and it changes with each serial; but only a DNAME record hides what is there.
    private static boolean mayHide(Zone zone, DomainName name) {
        return !name.equals(zone.origin()) || zone.recordSet(name, RecordType.DNAME).isPresent();
    }
}
