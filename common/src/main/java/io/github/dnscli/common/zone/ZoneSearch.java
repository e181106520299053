package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.TypeBits;
import java.util.List;
import java.util.Optional;

/// The look-up algorithm of RFC 1034 §4.3.2 within one zone, step 3.
final class ZoneSearch {

    private static final int NS = TypeBits.of(RecordType.NS.value());
    private static final int DNAME = TypeBits.of(RecordType.DNAME.value());

    private final Zone zone;
    private final ZoneNames names;
    private final DomainName name;
    private final RecordType type;

    ZoneSearch(Zone zone, DomainName name, RecordType type) {
        this.zone = zone;
        this.names = zone.search();
        this.name = name;
        this.type = type;
    }

    Lookup run() {
        return crossing().orElseGet(this::atName);
    }

    /// A cut or a DNAME on the way down from the apex decides before the name itself is looked at.
    private Optional<Lookup> crossing() {
        boolean isApex = name.equals(zone.origin());
        if (!isApex && (names.types(zone.origin()) & DNAME) != 0) {
            return names.set(zone.origin(), RecordType.DNAME).map(Lookup.SubtreeAlias::new);
        }
        var above = names.topmost(name, NS | DNAME);
        if (above.isPresent()) {
            return delegated(above.get())
                    .or(
                            () ->
                                    names.set(above.get(), RecordType.DNAME)
                                            .map(Lookup.SubtreeAlias::new));
        }
        // RFC 4035 §3.1.4.1: the DS records at a cut belong to the parent side.
        return isApex || type.equals(RecordType.DS) ? Optional.empty() : delegated(name);
    }

    private Optional<Lookup> delegated(DomainName cut) {
        return names.set(cut, RecordType.NS).map(Lookup.Delegated::new);
    }

    private Lookup atName() {
        if (names.exists(name)) {
            return select(zone.recordSetsAt(name));
        }
        var encloser = names.encloser(name);
        var wildcard = zone.recordSetsAt(encloser.wildcard());
        if (wildcard.isEmpty() && !names.exists(encloser.wildcard())) {
            return new Lookup.NoName(encloser);
        }
        return select(wildcard.stream().map(set -> set.withOwner(name)).toList());
    }

    private Lookup select(List<RecordSet> sets) {
        if (type.equals(RecordType.ANY)) {
            return sets.isEmpty() ? new Lookup.NoData() : new Lookup.Found(sets);
        }
        return find(sets, type)
                .<Lookup>map(set -> new Lookup.Found(List.of(set)))
                .or(() -> find(sets, RecordType.CNAME).map(Lookup.Alias::new))
                .orElseGet(Lookup.NoData::new);
    }

    private static Optional<RecordSet> find(List<RecordSet> sets, RecordType type) {
        return sets.stream().filter(set -> set.type().equals(type)).findFirst();
    }
}
