package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.Iterator;
import java.util.Optional;

/// The names of a zone that have records: as they were read, or as a tree that can be changed. It goes through them in
/// canonical order.
sealed interface ZoneNames extends Iterable<ZoneNode> permits FlatNames, TreeNames {

    /// {@return what stands at a name}
    Optional<ZoneNode> find(DomainName name);

    /// {@return whether the name, or one below it, has records}
    boolean exists(DomainName name);

    /// {@return the set of one type at a name}
    Optional<RecordSet> set(DomainName name, RecordType type);

    /// {@return the deepest name at or above one that exists; the zone's own name exists always}
    DomainName encloser(DomainName name);

    /// {@return the topmost name below the origin and above another that has one of some types}
    ///
    /// @param types as [io.github.dnscli.common.record.TypeBits]
    Optional<DomainName> topmost(DomainName name, int types);

    /// {@return the types at a name, as [io.github.dnscli.common.record.TypeBits]}
    int types(DomainName name);

    /// {@return the names from one on, in canonical order}
    Iterator<ZoneNode> from(DomainName name);

    /// {@return one of several parts of the names, in no particular order, which is the cheapest}
    Iterable<ZoneName> part(int part, int parts);

    /// {@return how many names there are, some without records perhaps; 0 if nobody has counted them}
    int count();

    /// {@return the same names as a tree}
    NameTree tree();
}
