package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import java.util.Optional;

/// Finds the name that stands before another in a zone's canonical order, as chains of denial need it.
public final class Preceding {

    private Preceding() {}

    /// {@return the last name with records that comes before a name, which need not be in the zone itself}
    public static Optional<DomainName> before(Zone zone, DomainName name) {
        return zone.search().before(name);
    }

    /// {@return the last name of a zone that has records}
    public static Optional<DomainName> last(Zone zone) {
        return zone.search().last();
    }
}
