package io.github.dnscli.server.update;

import io.github.dnscli.common.key.ChangeAction;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import java.net.InetAddress;
import java.util.Optional;

/// Whether a key may make a change (RFC 2136 §3.3).
///
/// @param zone the zone that would change
/// @param rights who may do what
/// @param key the key that signed
/// @param peer the address that it was used from
record Permission(Zone zone, KeyRights rights, DomainName key, InetAddress peer) {

    /// {@return why the key may not make a change; empty when it may}
    Optional<UpdateOutcome.Rejected> refusal(Change change) {
        boolean allowed =
                switch (change) {
                    case Change.DeleteName(var owner) -> mayDeleteAll(owner);
                    case Change.Add _, Change.DeleteSet _, Change.DeleteRecord _ ->
                            may(change.action(), change.owner(), change.type());
                };
        return allowed
                ? Optional.empty()
                : Optional.of(new UpdateOutcome.Rejected(Rcode.REFUSED, words(change)));
    }

    private boolean may(ChangeAction action, DomainName owner, RecordType type) {
        return rights.allowChange(key, action, owner, type, peer);
    }

    /// Who may delete records of some types only may delete a name if it has no others that would go.
    private boolean mayDeleteAll(DomainName owner) {
        boolean isApex = owner.equals(zone.origin());
        return rights.allowSomeChange(key, ChangeAction.DELETE, owner, peer)
                && zone.recordSetsAt(owner).stream()
                        .map(RecordSet::type)
                        .filter(type -> !(isApex && staysAtApex(type)))
                        .allMatch(type -> may(ChangeAction.DELETE, owner, type));
    }

    /// §3.4.2.3: whoever deletes all sets of the apex leaves these.
    private static boolean staysAtApex(RecordType type) {
        return type.equals(RecordType.SOA) || type.equals(RecordType.NS);
    }

    private String words(Change change) {
        boolean everyType = change.type().equals(RecordType.ANY);
        return "key '%s' may not %s %s at '%s'"
                .formatted(
                        key.display(),
                        change.action().word(),
                        everyType ? "all records" : change.type() + " records",
                        change.owner().display());
    }
}
