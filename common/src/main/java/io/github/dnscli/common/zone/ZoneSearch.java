package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.TypeBits;
import java.util.List;

/// The look-up algorithm of RFC 1034 §4.3.2 within one zone, step 3.
final class ZoneSearch {

    private static final int NS = TypeBits.of(RecordType.NS.value());
    private static final int CNAME = TypeBits.of(RecordType.CNAME.value());
    private static final int DNAME = TypeBits.of(RecordType.DNAME.value());

    private final DomainName origin;
    private final ZoneNames names;
    private final DomainName name;
    private final RecordType type;

    ZoneSearch(DomainName origin, ZoneNames names, DomainName name, RecordType type) {
        this.origin = origin;
        this.names = names;
        this.name = name;
        this.type = type;
    }

    /// A cut or a DNAME on the way down from the apex decides before the name itself is looked at.
    Lookup run() {
        if ((names.types(origin) & DNAME) != 0 && name.isBelow(origin)) {
            return substituted(origin);
        }
        var lowest = name.suffix(names.descend(name, NS | DNAME));
        int types = names.types(lowest);
        boolean isName = lowest.wireLength() == name.wireLength();
        boolean isApex = lowest.wireLength() == origin.wireLength();
        // RFC 4035 §3.1.4.1: the DS records at a cut belong to the parent side.
        boolean isAsked = isName && type.equals(RecordType.DS);
        if ((types & NS) != 0 && !isApex && !isAsked) {
            return new Lookup.Delegated(required(lowest, RecordType.NS));
        }
        if ((types & DNAME) != 0 && !isName) {
            return substituted(lowest);
        }
        boolean exists = isName && (types != 0 || names.exists(name));
        return exists ? select(name, types) : expand(lowest);
    }

    private Lookup substituted(DomainName top) {
        return new Lookup.SubtreeAlias(required(top, RecordType.DNAME));
    }

    /// RFC 4592 §3.3.1: the wildcard right below the closest encloser stands for the name.
    private Lookup expand(DomainName encloser) {
        var wildcard = encloser.wildcard();
        return names.exists(wildcard)
                ? select(wildcard, names.types(wildcard))
                : new Lookup.NoName(encloser);
    }

    private Lookup select(DomainName owner, int types) {
        if (type.equals(RecordType.ANY)) {
            return types == 0 ? new Lookup.NoData() : new Lookup.Found(everything(owner));
        }
        return names.set(owner, type)
                .<Lookup>map(set -> new Lookup.Found(List.of(named(set))))
                .orElseGet(
                        () ->
                                (types & CNAME) == 0
                                        ? new Lookup.NoData()
                                        : new Lookup.Alias(
                                                named(required(owner, RecordType.CNAME))));
    }

    private List<RecordSet> everything(DomainName owner) {
        return names.find(owner).map(ZoneNode::sets).orElse(List.of()).stream()
                .map(this::named)
                .toList();
    }

    private RecordSet required(DomainName owner, RecordType wanted) {
        return names.set(owner, wanted).orElseThrow();
    }

    /// What a wildcard gives carries the name that was asked for.
    private RecordSet named(RecordSet set) {
        return set.owner().equals(name) ? set : set.withOwner(name);
    }
}
