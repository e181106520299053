package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.Set;

/// Which names of a zone are to be judged.
public sealed interface Scope {

    /// All of them.
    record Whole() implements Scope {}

    /// Those that a change has touched, so that judging it costs its own size and not the zone's.
    ///
    /// @param names at or below the zone's origin; some may have no records any more
    record Touched(Set<DomainName> names) implements Scope {

        /// Copies the names.
        public Touched {
            names = Set.copyOf(names);
        }
    }

    /// The scope of all names.
    Scope WHOLE = new Whole();

    /// {@return what is to be judged after a change so that the zone could be read again}: the names touched; but a host that
    /// loses its addresses, or the alias or the delegation that answers for them, may be named anywhere, as a mail exchanger
    /// is, and then it is all of the zone
    static Scope after(ZoneDiff change) {
        var addresses =
                Set.of(
                        RecordType.A,
                        RecordType.AAAA,
                        RecordType.CNAME,
                        RecordType.DNAME,
                        RecordType.NS);
        boolean losesAddresses =
                change.changes().stream()
                        .filter(part -> part.after().isEmpty())
                        .map(part -> part.set().type())
                        .anyMatch(addresses::contains);
        return losesAddresses ? WHOLE : new Touched(change.names());
    }
}
