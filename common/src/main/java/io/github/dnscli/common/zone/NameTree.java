package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The nodes of a zone in canonical order: an AVL tree whose changes copy only the path to the root, so that an
/// update costs its own size and everyone who reads the old tree goes on undisturbed.
final class NameTree implements Iterable<ZoneNode> {

    static final NameTree EMPTY = new NameTree(null);

    private record Branch(
            @Nullable Branch left, ZoneNode node, @Nullable Branch right, int height) {

        static Branch of(@Nullable Branch left, ZoneNode node, @Nullable Branch right) {
            return new Branch(left, node, right, Math.max(heightOf(left), heightOf(right)) + 1);
        }

        static int heightOf(@Nullable Branch branch) {
            return branch == null ? 0 : branch.height;
        }
    }

    private final @Nullable Branch root;

    private NameTree(@Nullable Branch root) {
        this.root = root;
    }

    /// {@return a tree of nodes that stand in canonical order, each name once}
    static NameTree ofSorted(List<ZoneNode> nodes) {
        return new NameTree(build(nodes, 0, nodes.size()));
    }

    private static @Nullable Branch build(List<ZoneNode> nodes, int from, int to) {
        if (from == to) {
            return null;
        }
        int middle = (from + to) >>> 1;
        return Branch.of(
                build(nodes, from, middle), nodes.get(middle), build(nodes, middle + 1, to));
    }

    Optional<ZoneNode> find(DomainName name) {
        var at = root;
        while (at != null) {
            int order = name.compareTo(at.node.name());
            if (order == 0) {
                return Optional.of(at.node);
            }
            at = order < 0 ? at.left : at.right;
        }
        return Optional.empty();
    }

    /// {@return the first node that is the name or comes behind it}
    Optional<ZoneNode> ceiling(DomainName name) {
        var at = root;
        Optional<ZoneNode> best = Optional.empty();
        while (at != null) {
            int order = name.compareTo(at.node.name());
            if (order == 0) {
                return Optional.of(at.node);
            }
            if (order < 0) {
                best = Optional.of(at.node);
                at = at.left;
            } else {
                at = at.right;
            }
        }
        return best;
    }

    NameTree with(ZoneNode node) {
        return new NameTree(insert(root, node));
    }

    NameTree without(DomainName name) {
        return find(name).isPresent() && root != null ? new NameTree(remove(root, name)) : this;
    }

    private static Branch insert(@Nullable Branch at, ZoneNode node) {
        if (at == null) {
            return Branch.of(null, node, null);
        }
        int order = node.name().compareTo(at.node.name());
        if (order == 0) {
            return new Branch(at.left, node, at.right, at.height);
        }
        return order < 0
                ? balance(insert(at.left, node), at.node, at.right)
                : balance(at.left, at.node, insert(at.right, node));
    }

    private static @Nullable Branch remove(@Nullable Branch at, DomainName name) {
        if (at == null) {
            return null;
        }
        int order = name.compareTo(at.node.name());
        if (order < 0) {
            return balance(remove(at.left, name), at.node, at.right);
        }
        if (order > 0) {
            return balance(at.left, at.node, remove(at.right, name));
        }
        if (at.left == null || at.right == null) {
            return at.left == null ? at.right : at.left;
        }
        var successor = leftmost(at.right);
        return balance(at.left, successor, remove(at.right, successor.name()));
    }

    private static ZoneNode leftmost(Branch branch) {
        var at = branch;
        while (at.left != null) {
            at = at.left;
        }
        return at.node;
    }

    private static Branch balance(@Nullable Branch left, ZoneNode node, @Nullable Branch right) {
        int tilt = Branch.heightOf(left) - Branch.heightOf(right);
        if (tilt > 1 && left != null) {
            return rotateRight(left, node, right);
        }
        if (tilt < -1 && right != null) {
            return rotateLeft(left, node, right);
        }
        return Branch.of(left, node, right);
    }

    private static Branch rotateRight(Branch left, ZoneNode node, @Nullable Branch right) {
        var inner = left.right;
        if (inner != null && Branch.heightOf(inner) > Branch.heightOf(left.left)) {
            return Branch.of(
                    Branch.of(left.left, left.node, inner.left),
                    inner.node,
                    Branch.of(inner.right, node, right));
        }
        return Branch.of(left.left, left.node, Branch.of(inner, node, right));
    }

    private static Branch rotateLeft(@Nullable Branch left, ZoneNode node, Branch right) {
        var inner = right.left;
        if (inner != null && Branch.heightOf(inner) > Branch.heightOf(right.right)) {
            return Branch.of(
                    Branch.of(left, node, inner.left),
                    inner.node,
                    Branch.of(inner.right, right.node, right.right));
        }
        return Branch.of(Branch.of(left, node, inner), right.node, right.right);
    }

    @Override
    public Iterator<ZoneNode> iterator() {
        return new InOrder(root);
    }

    /// {@return the nodes from a name on, in canonical order}
    Iterator<ZoneNode> from(DomainName name) {
        var nodes = new InOrder(null);
        for (var at = root; at != null; ) {
            boolean isBefore = at.node.name().compareTo(name) < 0;
            if (!isBefore) {
                nodes.path.push(at);
            }
            at = isBefore ? at.right : at.left;
        }
        return nodes;
    }

    private static final class InOrder implements Iterator<ZoneNode> {

        private final Deque<Branch> path = new ArrayDeque<>();

        InOrder(@Nullable Branch root) {
            descend(root);
        }

        private void descend(@Nullable Branch branch) {
            for (var at = branch; at != null; at = at.left) {
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
            descend(at.right);
            return at.node;
        }
    }
}
