package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import java.util.Optional;

/// Finds the name that stands before another in a zone's canonical order, as chains of denial need it.
///
/// For now by walking the zone from its beginning.
public final class Preceding {

    private Preceding() {}

    /// {@return the last name with records that comes before a name, which need not be in the zone itself}
    public static Optional<DomainName> before(Zone zone, DomainName name) {
        Optional<DomainName> last = Optional.empty();
        for (var owners = zone.recordSets().map(RecordSet::owner).iterator(); owners.hasNext(); ) {
            var owner = owners.next();
            if (owner.compareTo(name) >= 0) {
                return last;
            }
            last = Optional.of(owner);
        }
        return last;
    }

    /// {@return the last name of a zone that has records}
    public static Optional<DomainName> last(Zone zone) {
        return zone.recordSets().map(RecordSet::owner).reduce((_, later) -> later);
    }
}
