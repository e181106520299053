package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import java.util.List;
import java.util.Optional;

/// A name of a zone, what stands there, and what stands above.
public interface ZoneName {

    /// {@return the name}
    DomainName name();

    /// {@return all record sets at the name, in order of their types}
    List<RecordSet> sets();

    /// {@return the types at the name, as [io.github.dnscli.common.record.TypeBits]}
    int types();

    /// {@return the topmost cut at or above the name, if there is one: a name below the apex with NS records}
    Optional<DomainName> cut();

    /// {@return the nearest name above this one, in the zone, that has a DNAME record}
    Optional<DomainName> subtreeAlias();
}
