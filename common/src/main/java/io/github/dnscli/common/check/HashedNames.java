package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// All names of a zone that a chain of NSEC3 records is about, empty non-terminals included (RFC 5155 §7.1).
///
/// An empty non-terminal comes behind the names below it: whether it must be in the chain depends on them.
final class HashedNames implements Iterator<HashedName> {

    /// A name on the path from the apex to where the walk is.
    private static final class Level {
        private final NameStanding at;
        private final DomainName name;
        private boolean isRequired;

        Level(DomainName name, NameStanding at) {
            this.name = name;
            this.at = at;
        }

        boolean isEmpty() {
            return !name.equals(at.name());
        }
    }

    private final Iterator<NameStanding> names;
    private final int apexLabels;
    private final boolean optsOut;
    private final Deque<Level> path = new ArrayDeque<>();
    private final Deque<HashedName> ready = new ArrayDeque<>();

    /// @param names in canonical order
    /// @param optsOut whether insecure delegations may be missing
    HashedNames(Iterator<NameStanding> names, DomainName origin, boolean optsOut) {
        this.names = names;
        this.apexLabels = origin.labelCount();
        this.optsOut = optsOut;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && names.hasNext()) {
            var at = names.next();
            if (at.isInChain()) {
                enter(at);
            }
        }
        while (ready.isEmpty() && !path.isEmpty()) {
            leave();
        }
        return !ready.isEmpty();
    }

    @Override
    public HashedName next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void enter(NameStanding at) {
        while (!path.isEmpty() && !at.name().isBelow(path.getFirst().name)) {
            leave();
        }
        int above = path.isEmpty() ? apexLabels : path.getFirst().name.labelCount();
        for (int labels = above + 1; labels < at.name().labelCount(); labels++) {
            path.push(new Level(at.name().suffix(labels), at));
        }
        if (path.isEmpty() || !path.getFirst().name.equals(at.name())) {
            path.push(new Level(at.name(), at));
        }
        boolean isRequired = !optsOut || !at.isInsecureDelegation();
        if (isRequired) {
            require();
        }
        ready.add(HashedName.of(at, isRequired));
    }

    /// Above a name that is required, everything is; levels above one that knows it already know it too.
    private void require() {
        for (var level : path) {
            if (level.isRequired) {
                return;
            }
            level.isRequired = true;
        }
    }

    private void leave() {
        var level = path.pop();
        if (level.isEmpty()) {
            ready.add(HashedName.empty(level.name, level.at, level.isRequired));
        }
    }
}
