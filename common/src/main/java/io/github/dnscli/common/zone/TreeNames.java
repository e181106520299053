package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The names of a zone that has changed since it was read.
///
/// @param origin the zone's name
/// @param tree its names
record TreeNames(DomainName origin, NameTree tree) implements ZoneNames {

    @Override
    public Optional<ZoneNode> find(DomainName name) {
        return tree.find(name);
    }

    @Override
    public boolean exists(DomainName name) {
        return tree.ceiling(name).filter(node -> node.name().isAtOrBelow(name)).isPresent();
    }

    @Override
    public Optional<RecordSet> set(DomainName name, RecordType type) {
        return tree.find(name).flatMap(node -> node.set(type));
    }

    @Override
    public DomainName encloser(DomainName name) {
        var at = name;
        while (!exists(at) && !at.equals(origin)) {
            at = at.parent();
        }
        return at;
    }

    @Override
    public Optional<DomainName> topmost(DomainName name, int types) {
        for (int labels = origin.labelCount() + 1; labels < name.labelCount(); labels++) {
            var above = name.suffix(labels);
            if ((types(above) & types) != 0) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    @Override
    public int types(DomainName name) {
        return tree.find(name).map(ZoneNode::types).orElse(0);
    }

    @Override
    public Iterable<ZoneName> part(int part, int parts) {
        // The first part has them all: who shares out a tree has counted wrongly.
        return () ->
                StreamSupport.stream(tree.spliterator(), false)
                        .limit(part == 0 ? Long.MAX_VALUE : 0)
                        .<ZoneName>map(node -> new PlainName(this, origin, node))
                        .iterator();
    }

    @Override
    public int count() {
        return 0;
    }

    @Override
    public Iterator<ZoneNode> from(DomainName name) {
        return tree.from(name);
    }

    @Override
    public Iterator<ZoneNode> iterator() {
        return tree.iterator();
    }
}
