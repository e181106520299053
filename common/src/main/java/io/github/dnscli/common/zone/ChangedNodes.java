package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Siblings.Branch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Goes through what has changed in a zone in canonical order: each name before those below it, and these before those
/// beside it.
final class ChangedNodes implements Iterator<ZoneNode> {

    /// Each branch whose left side is done.
    private final Deque<Branch> path = new ArrayDeque<>();

    /// @param first the name to begin with, at or below the apex
    ChangedNodes(ChangedSubtree apex, DomainName first) {
        var branch = Siblings.NONE.with(apex).root();
        for (int labels = apex.name().labelCount(); labels < first.labelCount(); labels++) {
            var above = find(branch, first.suffix(labels));
            if (above == null) {
                return;
            }
            descend(above.right());
            branch = above.subtree().below().root();
        }
        var at = find(branch, first);
        if (at != null) {
            path.push(at);
        }
    }

    /// Walks towards a name and remembers those behind it.
    private @Nullable Branch find(@Nullable Branch root, DomainName name) {
        var at = root;
        while (at != null) {
            int order = name.compareFirstLabel(at.subtree().name());
            if (order == 0) {
                return at;
            }
            if (order < 0) {
                path.push(at);
            }
            at = order < 0 ? at.left() : at.right();
        }
        return null;
    }

    private void descend(@Nullable Branch branch) {
        for (var at = branch; at != null; at = at.left()) {
            path.push(at);
        }
    }

    @Override
    public boolean hasNext() {
        return !path.isEmpty();
    }

    @Override
    public ZoneNode next() {
        if (path.isEmpty()) {
            throw new NoSuchElementException();
        }
        var at = path.pop();
        descend(at.right());
        descend(at.subtree().below().root());
        return at.subtree().node();
    }
}
