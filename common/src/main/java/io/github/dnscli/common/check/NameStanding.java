package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A name of a zone, and how far the zone's authority goes there.
///
/// @param sets what is there, in order of types
/// @param barrier the delegation or DNAME that ends the zone's authority, if one does: the name itself if it is delegated
record NameStanding(DomainName name, List<RecordSet> sets, Optional<DomainName> barrier) {

    /// Draft-ietf-deleg: authoritative on the parent's side, as DS is.
    private static final RecordType DELEG = new RecordType(61440);

    /// {@return how a name stands in a zone}
    static NameStanding at(Zone zone, DomainName name) {
        return new NameStanding(name, zone.recordSetsAt(name), barrier(zone, name));
    }

    private static Optional<DomainName> barrier(Zone zone, DomainName name) {
        int apex = zone.origin().labelCount();
        for (int labels = apex; labels <= name.labelCount(); labels++) {
            var ancestor = name.suffix(labels);
            if (labels > apex && zone.recordSet(ancestor, RecordType.NS).isPresent()
                    || labels < name.labelCount()
                            && zone.recordSet(ancestor, RecordType.DNAME).isPresent()) {
                return Optional.of(ancestor);
            }
        }
        return Optional.empty();
    }

    /// {@return whether the name is where another zone begins}
    boolean isDelegation() {
        return barrier.isPresent() && barrier.get().equals(name);
    }

    /// {@return whether nothing at the name is the zone's: it is glue, or never served}
    boolean isOccluded() {
        return !isHash() && barrier.isPresent() && !barrier.get().equals(name);
    }

    /// {@return whether this is a delegation that nothing makes secure (RFC 5155 §6)}
    boolean isInsecureDelegation() {
        return isDelegation() && set(RecordType.DS).isEmpty();
    }

    /// {@return whether the name is only there as the hash of another}
    boolean isHash() {
        boolean hash = false;
        for (var set : sets) {
            if (!set.type().equals(RecordType.NSEC3) && !set.type().equals(RecordType.RRSIG)) {
                return false;
            }
            hash |= set.type().equals(RecordType.NSEC3);
        }
        return hash;
    }

    /// {@return whether records of a type are the zone's own here, and so to be signed (RFC 4035 §2.2)}
    boolean owns(RecordType type) {
        if (type.equals(RecordType.RRSIG) || isOccluded()) {
            return false;
        }
        return !isDelegation()
                || type.equals(RecordType.DS)
                || type.equals(RecordType.NSEC)
                || type.equals(DELEG);
    }

    /// {@return whether the name has data, or is delegated: those names the chains are made of (RFC 4035 §2.3,
    /// RFC 5155 §7.1)}
    boolean isInChain() {
        if (isOccluded()) {
            return false;
        }
        for (var set : sets) {
            if (!isDenialOrSignature(set.type())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDenialOrSignature(RecordType type) {
        return type.equals(RecordType.RRSIG)
                || type.equals(RecordType.NSEC)
                || type.equals(RecordType.NSEC3);
    }

    /// {@return the types that a record of denial lists for the name, but for RRSIG and its own}
    List<RecordType> listedTypes() {
        var types = new ArrayList<RecordType>(sets.size() + 2);
        for (var set : sets) {
            if (owns(set.type()) || isDelegation() && set.type().equals(RecordType.NS)) {
                types.add(set.type());
            }
        }
        types.remove(RecordType.NSEC3);
        return types;
    }

    /// {@return the set of a type}
    Optional<RecordSet> set(RecordType type) {
        for (var set : sets) {
            if (set.type().equals(type)) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }
}
