package io.github.dnscli.common.zone;

import java.util.Arrays;

/// Puts the names of a zone in canonical order (RFC 4034 §6.1): each behind its parent, and below one parent by label.
final class CanonicalOrder {

    private final RecordColumns columns;
    private final NamePool pool;
    private final int origin;

    /// The names below each name stand together, from `starts[name]` to `starts[name + 1]`.
    private final int[] starts;

    private final int[] children;
    private int[] order;
    private int found;

    CanonicalOrder(RecordColumns columns, int origin) {
        this.columns = columns;
        this.pool = columns.names();
        this.origin = origin;
        this.starts = new int[pool.size() + 2];
        this.children = new int[pool.size()];
        this.order = new int[pool.size()];
    }

    int[] find() {
        gatherChildren();
        for (int name = 0; name < pool.size(); name++) {
            sort(starts[name], starts[name + 1]);
        }
        walk();
        order = Arrays.copyOf(order, found);
        return order;
    }

    /// Counts, then fills: a parent always has a smaller number than its children.
    private void gatherChildren() {
        for (int name = 1; name < pool.size(); name++) {
            starts[pool.parent(name) + 2]++;
        }
        for (int i = 2; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        for (int name = 1; name < pool.size(); name++) {
            children[starts[pool.parent(name) + 1]++] = name;
        }
    }

    private void sort(int from, int to) {
        if (to - from > 1 && !isSorted(from, to)) {
            var labels = new LabelSort(pool, children, from, to);
            labels.sort();
        }
    }

    private boolean isSorted(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (pool.compareLabels(children[i - 1], children[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    /// Names may be a hundred labels deep, so no recursion: the path stands in an array.
    private void walk() {
        int[] path = new int[130];
        int[] place = new int[130];
        int depth = 0;
        path[0] = origin;
        place[0] = starts[origin];
        visit(origin);
        while (depth >= 0) {
            if (place[depth] == starts[path[depth] + 1]) {
                depth--;
                continue;
            }
            int child = children[place[depth]++];
            visit(child);
            depth++;
            path[depth] = child;
            place[depth] = starts[child];
        }
    }

    private void visit(int name) {
        if (columns.first(name) != RecordColumns.NONE) {
            order[found++] = name;
        }
    }
}
