package io.github.dnscli.common.check;

import io.github.dnscli.common.dnssec.TypeBitmap;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.List;

/// A name that a chain of NSEC3 records is to have.
///
/// @param sets what is there; of an empty non-terminal what is at the first name below it
/// @param types what its record lists
/// @param kind what it is
/// @param isRequired whether it must be there: only insecure delegations may be left out, and what is empty above them
record HashedName(
        DomainName name, List<RecordSet> sets, TypeBitmap types, Kind kind, boolean isRequired) {

    /// What a name is.
    enum Kind {
        /// It has data, or is a secure delegation.
        DATA(""),
        /// It is a delegation without DS records.
        INSECURE_DELEGATION("insecure delegation "),
        /// It has nothing, but names below it have.
        EMPTY("empty non-terminal ");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// {@return the one of a name with records}
    static HashedName of(NameStanding at, boolean isRequired) {
        var types = at.listedTypes();
        boolean isSigned = !at.isDelegation() || types.size() > 1;
        if (isSigned) {
            types.add(RecordType.RRSIG);
        }
        var kind = at.isInsecureDelegation() ? Kind.INSECURE_DELEGATION : Kind.DATA;
        return new HashedName(at.name(), at.sets(), TypeBitmap.of(types), kind, isRequired);
    }

    /// {@return the one of an empty non-terminal}
    static HashedName empty(DomainName name, NameStanding below, boolean isRequired) {
        return new HashedName(name, below.sets(), TypeBitmap.of(List.of()), Kind.EMPTY, isRequired);
    }

    /// {@return how messages call it}
    String display() {
        return kind.words + "'" + name.display() + "'";
    }
}
