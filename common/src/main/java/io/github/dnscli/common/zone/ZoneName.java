package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.List;
import java.util.Optional;

/// A name of a zone, what stands there, and what stands above.
public interface ZoneName {

    /// {@return the name}
    DomainName name();

    /// {@return all record sets at the name, in order of their types}
    List<RecordSet> sets();

    /// {@return the set of a type}
    Optional<RecordSet> set(RecordType type);

    /// {@return the types at the name, as [io.github.dnscli.common.record.TypeBits]}
    int types();

    /// {@return whether the name is a host name (see [DomainName#isHostName()])}
    boolean isHostName();

    /// {@return whether a cut or a DNAME record may stand at or above the name; if not, none does}
    boolean mayBeHidden();

    /// {@return the topmost cut at or above the name, if there is one: a name below the apex with NS records}
    Optional<DomainName> cut();

    /// {@return the nearest name above this one, in the zone, that has a DNAME record}
    Optional<DomainName> subtreeAlias();
}
