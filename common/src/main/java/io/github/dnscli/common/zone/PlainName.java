package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.TypeBits;
import java.util.List;
import java.util.Optional;

/// A name of a zone that looks up what stands above it.
///
/// @param names the names of the zone
/// @param origin the zone's name
/// @param node what stands at the name; it may have no records
record PlainName(ZoneNames names, DomainName origin, ZoneNode node) implements ZoneName {

    private static final int NS = TypeBits.of(RecordType.NS.value());
    private static final int DNAME = TypeBits.of(RecordType.DNAME.value());

    @Override
    public DomainName name() {
        return node.name();
    }

    @Override
    public List<RecordSet> sets() {
        return node.sets();
    }

    @Override
    public Optional<RecordSet> set(RecordType type) {
        return node.set(type);
    }

    @Override
    public int types() {
        return node.types();
    }

    @Override
    public boolean mayBeHidden() {
        return true;
    }

    @Override
    public boolean isHostName() {
        return node.name().isHostName();
    }

    @Override
    public Optional<DomainName> cut() {
        Optional<DomainName> cut = Optional.empty();
        for (var at = node.name(); at.isBelow(origin); at = at.parent()) {
            cut = (names.types(at) & NS) != 0 ? Optional.of(at) : cut;
        }
        return cut;
    }

    @Override
    public Optional<DomainName> subtreeAlias() {
        for (var at = node.name(); at.isBelow(origin); ) {
            at = at.parent();
            if ((names.types(at) & DNAME) != 0) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
