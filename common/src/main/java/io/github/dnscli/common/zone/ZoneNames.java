package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.Iterator;
import java.util.Optional;

/// The names of a zone that have records: as they were read, or as they have changed since. It goes through them in canonical
/// order.
sealed interface ZoneNames extends Iterable<ZoneNode> permits FlatNames, ChangedNames {

    /// {@return what stands at a name}
    Optional<ZoneNode> find(DomainName name);

    /// {@return the set of one type at a name}
    Optional<RecordSet> set(DomainName name, RecordType type);

    /// {@return the types at a name, as [io.github.dnscli.common.record.TypeBits]}
    int types(DomainName name);

    /// {@return how many names at or below a name have records}
    int population(DomainName name);

    /// {@return whether the name, or one below it, has records}
    default boolean exists(DomainName name) {
        return population(name) > 0;
    }

    /// {@return how far one comes on the way from the origin down to a name: to the topmost name below the origin that has
    /// one of some types, or else as far as names exist; given as a count of labels of the name}
    ///
    /// @param name at or below the origin
    /// @param types as [io.github.dnscli.common.record.TypeBits]
    int descend(DomainName name, int types);

    /// {@return the names from one on, in canonical order}
    Iterator<ZoneNode> from(DomainName name);

    /// {@return the last name before another in canonical order}
    Optional<DomainName> before(DomainName name);

    /// {@return the last name in canonical order}
    Optional<DomainName> last();

    /// {@return one of several parts of the names, in no particular order, which is the cheapest}
    Iterable<ZoneName> part(int part, int parts);

    /// {@return names that have these sets at a name, or none there if there are no sets}
    ZoneNames with(ZoneNode node);

    /// {@return the same names, seen as what was read and what has changed since}
    ChangedNames changed();
}
