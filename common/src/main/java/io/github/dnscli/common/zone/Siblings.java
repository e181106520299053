package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changed subtrees right below one name, in canonical order: an AVL tree whose changes copy only the path to its root, so
/// that a change costs its own size and everyone who reads the old tree goes on undisturbed.
///
/// @param root the topmost branch, if there is one
record Siblings(@Nullable Branch root) {

    static final Siblings NONE = new Siblings(null);

    /// A subtree with those before and those behind it. Two versions share branches, and know them by identity.
    static final class Branch {

        private final @Nullable Branch left;
        private final ChangedSubtree subtree;
        private final @Nullable Branch right;

        /// By which most names can be told apart without a look at them, each of which would be three more at memory.
        private final long prefix;

        private final int height;
        private final int size;

        private Branch(@Nullable Branch left, ChangedSubtree subtree, @Nullable Branch right) {
            this.left = left;
            this.subtree = subtree;
            this.right = right;
            this.prefix = subtree.name().firstLabelPrefix();
            this.height = Math.max(heightOf(left), heightOf(right)) + 1;
            this.size = sizeOf(left) + subtree.size() + sizeOf(right);
        }

        @Nullable Branch left() {
            return left;
        }

        ChangedSubtree subtree() {
            return subtree;
        }

        @Nullable Branch right() {
            return right;
        }

        /// {@return how a name stands to this one}
        ///
        /// @param itsPrefix that of the name
        int order(DomainName name, long itsPrefix) {
            int order = Long.compareUnsigned(itsPrefix, prefix);
            return order == 0 ? name.compareFirstLabel(subtree.name()) : order;
        }

        private static int heightOf(@Nullable Branch branch) {
            return branch == null ? 0 : branch.height;
        }

        private static int sizeOf(@Nullable Branch branch) {
            return branch == null ? 0 : branch.size;
        }
    }

    /// What stands before a name, at it and behind it.
    ///
    /// @param before the subtrees before it
    /// @param at the name's own
    /// @param after the subtrees behind it
    record Split(@Nullable Branch before, Optional<ChangedSubtree> at, @Nullable Branch after) {}

    /// {@return how many names there are in all subtrees}
    int size() {
        return Branch.sizeOf(root);
    }

    /// {@return the subtree of a name, which is right below the name that all are below}
    Optional<ChangedSubtree> find(DomainName name) {
        long prefix = name.firstLabelPrefix();
        var at = root;
        while (at != null) {
            int order = at.order(name, prefix);
            if (order == 0) {
                return Optional.of(at.subtree);
            }
            at = order < 0 ? at.left : at.right;
        }
        return Optional.empty();
    }

    /// {@return the last subtree before a name's own}
    Optional<ChangedSubtree> before(DomainName name) {
        Optional<ChangedSubtree> last = Optional.empty();
        for (var at = root; at != null; ) {
            boolean isBefore = at.subtree.name().compareFirstLabel(name) < 0;
            last = isBefore ? Optional.of(at.subtree) : last;
            at = isBefore ? at.right : at.left;
        }
        return last;
    }

    /// {@return the last subtree}
    Optional<ChangedSubtree> last() {
        Optional<ChangedSubtree> last = Optional.empty();
        for (var at = root; at != null; at = at.right) {
            last = Optional.of(at.subtree);
        }
        return last;
    }

    /// {@return these with a subtree instead of the one of the same name}
    Siblings with(ChangedSubtree subtree) {
        return new Siblings(insert(root, subtree, subtree.name().firstLabelPrefix()));
    }

    /// {@return these without the subtree of a name, if there is one}
    Siblings without(DomainName name) {
        return new Siblings(remove(root, name));
    }

    private static Branch insert(@Nullable Branch at, ChangedSubtree subtree, long prefix) {
        if (at == null) {
            return new Branch(null, subtree, null);
        }
        int order = at.order(subtree.name(), prefix);
        if (order == 0) {
            return new Branch(at.left, subtree, at.right);
        }
        return order < 0
                ? balance(insert(at.left, subtree, prefix), at.subtree, at.right)
                : balance(at.left, at.subtree, insert(at.right, subtree, prefix));
    }

    private static @Nullable Branch remove(@Nullable Branch at, DomainName name) {
        if (at == null) {
            return null;
        }
        int order = name.compareFirstLabel(at.subtree.name());
        if (order < 0) {
            return balance(remove(at.left, name), at.subtree, at.right);
        }
        if (order > 0) {
            return balance(at.left, at.subtree, remove(at.right, name));
        }
        if (at.left == null || at.right == null) {
            return at.left == null ? at.right : at.left;
        }
        var successor = leftmost(at.right);
        return balance(at.left, successor, remove(at.right, successor.name()));
    }

    private static ChangedSubtree leftmost(Branch branch) {
        var at = branch;
        while (at.left != null) {
            at = at.left;
        }
        return at.subtree;
    }

    private static Branch balance(
            @Nullable Branch left, ChangedSubtree subtree, @Nullable Branch right) {
        int tilt = Branch.heightOf(left) - Branch.heightOf(right);
        if (tilt > 1 && left != null) {
            return rotateRight(left, subtree, right);
        }
        if (tilt < -1 && right != null) {
            return rotateLeft(left, subtree, right);
        }
        return new Branch(left, subtree, right);
    }

    private static Branch rotateRight(Branch left, ChangedSubtree subtree, @Nullable Branch right) {
        var inner = left.right;
        if (inner != null && inner.height > Branch.heightOf(left.left)) {
            return new Branch(
                    new Branch(left.left, left.subtree, inner.left),
                    inner.subtree,
                    new Branch(inner.right, subtree, right));
        }
        return new Branch(left.left, left.subtree, new Branch(inner, subtree, right));
    }

    private static Branch rotateLeft(@Nullable Branch left, ChangedSubtree subtree, Branch right) {
        var inner = right.left;
        if (inner != null && inner.height > Branch.heightOf(right.right)) {
            return new Branch(
                    new Branch(left, subtree, inner.left),
                    inner.subtree,
                    new Branch(inner.right, right.subtree, right.right));
        }
        return new Branch(new Branch(left, subtree, inner), right.subtree, right.right);
    }

    /// {@return a tree split at a name; whatever lies on one side as a whole stays the very same}
    static Split split(@Nullable Branch tree, DomainName name) {
        if (tree == null) {
            return new Split(null, Optional.empty(), null);
        }
        int order = name.compareFirstLabel(tree.subtree.name());
        if (order == 0) {
            return new Split(tree.left, Optional.of(tree.subtree), tree.right);
        }
        var parts = split(order < 0 ? tree.left : tree.right, name);
        if (order < 0) {
            boolean isWhole = parts.after == tree.left;
            var after = isWhole ? tree : new Branch(parts.after, tree.subtree, tree.right);
            return new Split(parts.before, parts.at, after);
        }
        boolean isWhole = parts.before == tree.right;
        var before = isWhole ? tree : new Branch(tree.left, tree.subtree, parts.before);
        return new Split(before, parts.at, parts.after);
    }
}
