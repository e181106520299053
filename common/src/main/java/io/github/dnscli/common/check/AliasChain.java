package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Lookup;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where an alias leads, from alias to alias of one zone.
///
/// A circle is seen from one of its aliases only: a chain is followed until it comes to an alias of higher rank, which
/// follows it itself. The rank is scattered over the names, so that even in a long chain, sorted in whatever way, this
/// happens after a few steps, and nothing needs to be kept of the chains that were followed before.
final class AliasChain {

    private static final int MOST_STEPS = 64;

    /// Where an alias leads.
    sealed interface End {}

    /// To a name that is no alias, or out of the zone, or to an alias that will be asked itself.
    record Ends() implements End {}

    /// Back to itself.
    ///
    /// @param first the first alias of the circle in canonical order
    /// @param others the other aliases, in the order in which they are met from the first
    record Circle(RecordSet first, List<DomainName> others) implements End {}

    /// To so many aliases that no resolver follows.
    ///
    /// @param steps how many were followed
    record Endless(int steps) implements End {}

    private final Zone zone;
    private final RecordSet start;
    private final boolean ofSubtree;

    /// The aliases met that are of the same type as the first, the first included.
    private final List<RecordSet> met = new ArrayList<>();

    /// Starts at a CNAME record, or at a DNAME record: then any name below it that has no records of its own stands for all
    /// of them.
    AliasChain(Zone zone, RecordSet start) {
        this.zone = zone;
        this.start = start;
        this.ofSubtree = start.type().equals(RecordType.DNAME);
        met.add(start);
    }

    End run() {
        var target = target(start);
        var next = ofSubtree ? below(target) : Optional.of(target);
        var mark = start.owner();
        for (int steps = 1; steps <= MOST_STEPS; steps++) {
            if (next.isEmpty() || !next.get().isAtOrBelow(zone.origin())) {
                return new Ends();
            }
            var name = next.get();
            // A circle that the start only leads into: one of its own aliases sees it.
            if (name.equals(mark) && steps > 1) {
                return new Ends();
            }
            mark = Integer.bitCount(steps) == 1 ? name : mark;
            var alias = aliasAt(name);
            if (alias.isEmpty()) {
                return new Ends();
            }
            if (alias.get().type().equals(start.type()) && endsAt(alias.get())) {
                return end(alias.get());
            }
            next = next(name, alias.get());
        }
        return new Endless(MOST_STEPS);
    }

    private Optional<RecordSet> aliasAt(DomainName name) {
        return switch (zone.lookup(name, RecordType.CNAME)) {
            case Lookup.SubtreeAlias(var dname) -> Optional.of(dname);
            case Lookup.Found(var sets) when !ofSubtree -> Optional.of(asWritten(sets.getFirst()));
            case Lookup.Found _, Lookup.Alias _, Lookup.Delegated _ -> Optional.empty();
            case Lookup.NoData _, Lookup.NoName _ -> Optional.empty();
        };
    }

    private static Optional<DomainName> next(DomainName name, RecordSet alias) {
        var target = target(alias);
        if (alias.type().equals(RecordType.CNAME)) {
            return Optional.of(target);
        }
        // Names that only grow, until they are too long: the DNAME record sees that itself.
        return target.isAtOrBelow(alias.owner()) ? Optional.empty() : redirected(name, alias);
    }

    private static DomainName target(RecordSet alias) {
        return alias.data().getFirst().target().orElseThrow();
    }

    /// A name longer than names may be does not exist (RFC 6672 §2.2).
    private static Optional<DomainName> below(DomainName name) {
        return name.wireLength() + 2 > 255 ? Optional.empty() : Optional.of(name.wildcard());
    }

    private static Optional<DomainName> redirected(DomainName name, RecordSet alias) {
        var target = target(alias);
        int length = name.wireLength() - alias.owner().wireLength() + target.wireLength();
        return length > 255
                ? Optional.empty()
                : Optional.of(name.withSuffix(alias.owner(), target));
    }

    /// What a wildcard gave carries the name that was asked for.
    private RecordSet asWritten(RecordSet cname) {
        var written = zone.recordSet(cname.owner(), RecordType.CNAME);
        for (var at = cname.owner(); written.isEmpty() && at.isBelow(zone.origin()); ) {
            at = at.parent();
            written = zone.recordSet(at.wildcard(), RecordType.CNAME);
        }
        return written.orElse(cname);
    }

    private boolean endsAt(RecordSet alias) {
        if (alias.owner().equals(start.owner()) || outranks(alias.owner(), start.owner())) {
            return true;
        }
        met.add(alias);
        return false;
    }

    private End end(RecordSet alias) {
        if (!alias.owner().equals(start.owner())) {
            return new Ends();
        }
        int first = 0;
        for (int i = 1; i < met.size(); i++) {
            first = met.get(i).owner().compareTo(met.get(first).owner()) < 0 ? i : first;
        }
        var others = new ArrayList<DomainName>();
        for (int i = 1; i < met.size(); i++) {
            others.add(met.get((first + i) % met.size()).owner());
        }
        return new Circle(met.get(first), others);
    }

    private static boolean outranks(DomainName name, DomainName other) {
        int order = Integer.compare(scattered(name.hashCode()), scattered(other.hashCode()));
        return order < 0 || order == 0 && name.compareTo(other) < 0;
    }

    /// Spreads neighbouring hash codes (the finalizer of MurmurHash3).
    private static int scattered(int hash) {
        int h = (hash ^ hash >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }
}
