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
    public int types(DomainName name) {
        return tree.find(name).map(ZoneNode::types).orElse(0);
    }

    @Override
    public Iterable<ZoneName> asRead() {
        return () ->
                StreamSupport.stream(tree.spliterator(), false)
                        .<ZoneName>map(node -> new PlainName(this, origin, node))
                        .iterator();
    }

    @Override
    public Iterator<ZoneNode> iterator() {
        return tree.iterator();
    }
}
