package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.List;
import java.util.Optional;

/// The look-up algorithm of RFC 1034 §4.3.2 within one zone, step 3.
final class ZoneSearch {

    private final Zone zone;
    private final DomainName name;
    private final RecordType type;

    ZoneSearch(Zone zone, DomainName name, RecordType type) {
        this.zone = zone;
        this.name = name;
        this.type = type;
    }

    Lookup run() {
        return crossing().orElseGet(this::atName);
    }

    /// A cut or a DNAME on the way down from the apex decides before the name itself is looked at.
    private Optional<Lookup> crossing() {
        for (int labels = zone.origin().labelCount(); labels <= name.labelCount(); labels++) {
            var ancestor = name.suffix(labels);
            boolean isName = labels == name.labelCount();
            if (!ancestor.equals(zone.origin())) {
                var servers = zone.recordSet(ancestor, RecordType.NS);
                // RFC 4035 §3.1.4.1: the DS records at a cut belong to the parent side.
                if (servers.isPresent() && !(isName && type.equals(RecordType.DS))) {
                    return servers.map(Lookup.Delegated::new);
                }
            }
            var dname =
                    isName
                            ? Optional.<RecordSet>empty()
                            : zone.recordSet(ancestor, RecordType.DNAME);
            if (dname.isPresent()) {
                return dname.map(Lookup.SubtreeAlias::new);
            }
        }
        return Optional.empty();
    }

    private Lookup atName() {
        if (zone.exists(name)) {
            return select(zone.recordSetsAt(name));
        }
        var encloser = closestEncloser();
        var wildcard = zone.recordSetsAt(encloser.wildcard());
        if (wildcard.isEmpty() && !zone.exists(encloser.wildcard())) {
            return new Lookup.NoName(encloser);
        }
        return select(wildcard.stream().map(set -> set.withOwner(name)).toList());
    }

    private DomainName closestEncloser() {
        var at = name.parent();
        while (!zone.exists(at) && !at.equals(zone.origin())) {
            at = at.parent();
        }
        return at;
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
