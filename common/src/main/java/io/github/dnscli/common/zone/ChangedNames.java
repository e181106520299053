package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The names of a zone that has changed since it was read: what was read, and the changed subtrees, which count where they
/// reach. A name in none of them is as it was read.
///
/// @param base the names as they were read
/// @param apex the zone's own name, and what has changed there and below
record ChangedNames(FlatNames base, ChangedSubtree apex) implements ZoneNames {

    /// More changed names than this, and a part of all names, are made flat again; so each change bears a small part of it.
    private static final int MANY = 1000;

    private static final int PART = 8;

    @Override
    public ZoneNames with(ZoneNode node) {
        var changed = new ChangedNames(base, apex.with(node, base));
        return changed.apex.size() > MANY + base.count() / PART
                ? FlatNames.of(apex.name(), changed)
                : changed;
    }

    @Override
    public ChangedNames changed() {
        return this;
    }

    /// {@return what has changed at a name, if it is in the tree of changes; if not, it is as it was read}
    private Optional<ChangedSubtree> subtree(DomainName name) {
        var at = apex;
        for (int labels = apex.name().labelCount(); labels < name.labelCount(); labels++) {
            var next = at.below().find(name.suffix(labels + 1));
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return at.name().equals(name) ? Optional.of(at) : Optional.empty();
    }

    @Override
    public Optional<ZoneNode> find(DomainName name) {
        var changed = subtree(name);
        return changed.isPresent()
                ? changed.map(ChangedSubtree::node).filter(node -> !node.sets().isEmpty())
                : base.find(name);
    }

    @Override
    public Optional<RecordSet> set(DomainName name, RecordType type) {
        var changed = subtree(name);
        return changed.isPresent() ? changed.get().node().set(type) : base.set(name, type);
    }

    @Override
    public int types(DomainName name) {
        var changed = subtree(name);
        return changed.isPresent() ? changed.get().node().types() : base.types(name);
    }

    @Override
    public int population(DomainName name) {
        var changed = subtree(name);
        return changed.isPresent() ? changed.get().population() : base.population(name);
    }

    @Override
    public int descend(DomainName name, int types) {
        int start = apex.name().labelCount();
        int labels = start;
        for (var at = apex; labels < name.labelCount(); labels++) {
            if (labels > start && (at.node().types() & types) != 0) {
                return labels;
            }
            var next = at.below().find(name.suffix(labels + 1));
            if (next.isEmpty()) {
                return base.descend(name, types, labels);
            }
            at = next.get();
            if (at.population() == 0) {
                return labels;
            }
        }
        return labels;
    }

    @Override
    public Iterator<ZoneNode> from(DomainName name) {
        return new MergedNodes(base, base.place(name), new ChangedNodes(apex, name));
    }

    @Override
    public Iterator<ZoneNode> iterator() {
        return from(apex.name());
    }

    @Override
    public Optional<DomainName> before(DomainName name) {
        return lastWithRecords(later(base.before(name), apex.before(name)));
    }

    @Override
    public Optional<DomainName> last() {
        return lastWithRecords(later(base.last(), Optional.of(apex.last())));
    }

    /// {@return a name if it has records, or the last before it that has some}
    private Optional<DomainName> lastWithRecords(Optional<DomainName> name) {
        var last = name;
        while (last.isPresent() && types(last.get()) == 0) {
            last = later(base.before(last.get()), apex.before(last.get()));
        }
        return last;
    }

    private static Optional<DomainName> later(
            Optional<DomainName> one, Optional<DomainName> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTo(other.get()) >= 0 ? one : other;
    }

    /// The first part has all that has changed besides its part of what was read.
    @Override
    public Iterable<ZoneName> part(int part, int parts) {
        return () ->
                Stream.concat(part == 0 ? changes() : Stream.of(), unchanged(part, parts))
                        .<ZoneName>map(node -> new PlainName(this, apex.name(), node))
                        .iterator();
    }

    private Stream<ZoneNode> changes() {
        Iterable<ZoneNode> nodes = () -> new ChangedNodes(apex, apex.name());
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> !node.sets().isEmpty());
    }

    private Stream<ZoneNode> unchanged(int part, int parts) {
        return StreamSupport.stream(base.part(part, parts).spliterator(), false)
                .filter(name -> subtree(name.name()).isEmpty())
                .map(name -> new ZoneNode(name.name(), name.sets()));
    }
}
