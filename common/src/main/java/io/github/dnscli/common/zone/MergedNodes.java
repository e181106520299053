package io.github.dnscli.common.zone;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Goes through a zone in canonical order: through what was read, and where something has changed, through that instead.
final class MergedNodes implements Iterator<ZoneNode> {

    private final FlatNames base;
    private final Iterator<ZoneNode> changes;

    /// Where we are in the order of what was read, and where the next change stands in it.
    private int place;

    private int end;
    private Optional<ZoneNode> change = Optional.empty();

    /// @param place where to begin in the order of what was read
    /// @param changes from the same name on
    MergedNodes(FlatNames base, int place, Iterator<ZoneNode> changes) {
        this.base = base;
        this.place = place;
        this.changes = changes;
        advance();
    }

    @Override
    public boolean hasNext() {
        while (place == end && change.isPresent() && change.get().sets().isEmpty()) {
            pass(change.get());
        }
        return place < end || change.isPresent();
    }

    @Override
    public ZoneNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (place < end) {
            return base.nodeAt(place++);
        }
        var node = change.orElseThrow();
        pass(node);
        return node;
    }

    /// Leaves a change behind, and what was read at its name.
    private void pass(ZoneNode changed) {
        if (base.isAt(changed.name(), place)) {
            place++;
        }
        advance();
    }

    private void advance() {
        change = changes.hasNext() ? Optional.of(changes.next()) : Optional.empty();
        end = change.map(node -> base.place(node.name())).orElseGet(base::orderedCount);
    }
}
