package io.github.dnscli.common.zone;

import io.github.dnscli.common.name.DomainName;
import java.util.Optional;

/// A name of a zone with what has changed there and below since the zone was read. It never changes: a change makes another,
/// which shares what it does not concern.
///
/// @param node what stands at the name now, without sets if nothing does
/// @param population how many names at or below have records now, those that did not change included
/// @param below what has changed below
record ChangedSubtree(ZoneNode node, int population, Siblings below) {

    /// {@return the name}
    DomainName name() {
        return node.name();
    }

    /// {@return how many names have changed, or are above some that have}
    int size() {
        return 1 + below.size();
    }

    /// {@return this with other sets at its name, or at one below it}
    ///
    /// @param base the zone as it was read
    ChangedSubtree with(ZoneNode changed, FlatNames base) {
        int labels = name().labelCount();
        if (changed.name().labelCount() == labels) {
            int others = population - (node.sets().isEmpty() ? 0 : 1);
            return new ChangedSubtree(changed, others + (changed.sets().isEmpty() ? 0 : 1), below);
        }
        var next = changed.name().suffix(labels + 1);
        var before = below.find(next).orElseGet(() -> base.subtree(next));
        var after = before.with(changed, base);
        // What was never read and is gone again leaves no trace.
        boolean isForgotten = after.population == 0 && !base.exists(next);
        return new ChangedSubtree(
                node,
                population - before.population + after.population,
                isForgotten ? below.without(next) : below.with(after));
    }

    /// {@return the last of the names here that comes before another}
    Optional<DomainName> before(DomainName bound) {
        if (name().compareTo(bound) >= 0) {
            return Optional.empty();
        }
        if (!bound.isBelow(name())) {
            return Optional.of(last());
        }
        var next = bound.suffix(name().labelCount() + 1);
        return below.find(next)
                .flatMap(subtree -> subtree.before(bound))
                .or(() -> below.before(next).map(ChangedSubtree::last))
                .or(() -> Optional.of(name()));
    }

    /// {@return the last of the names here}
    DomainName last() {
        return below.last().map(ChangedSubtree::last).orElse(name());
    }
}
