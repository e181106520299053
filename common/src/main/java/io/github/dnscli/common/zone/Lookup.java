package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import java.util.List;

/// What a zone knows about a name and a type (RFC 1034 §4.3.2, RFC 4592, RFC 6672).
///
/// Sets that a wildcard gave carry the name that was asked for.
public sealed interface Lookup {

    /// The records asked for; several sets only when every type was asked for.
    ///
    /// @param sets at least one
    record Found(List<RecordSet> sets) implements Lookup {}

    /// The name is an alias of another.
    ///
    /// @param cname the CNAME record
    record Alias(RecordSet cname) implements Lookup {}

    /// The name lies in a subtree that is an alias of another.
    ///
    /// @param dname the DNAME record above the name
    record SubtreeAlias(RecordSet dname) implements Lookup {}

    /// The name lies at or below a cut: other servers know.
    ///
    /// @param servers the NS records at the cut
    record Delegated(RecordSet servers) implements Lookup {}

    /// The name exists, and has no such records.
    record NoData() implements Lookup {}

    /// The name does not exist.
    ///
    /// @param closestEncloser the longest existing name above it
    record NoName(DomainName closestEncloser) implements Lookup {}
}
