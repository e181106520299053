package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.plan.IssuedChain;
import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that is remembered of one signing request.
///
/// @param id the SHA-256 of its octets
/// @param names what it asks for; none if it cannot be read
/// @param places the names that own the records it was seen among last
/// @param refusal why it gets nothing, for people
/// @param chain its latest certificate
/// @param advice what the authority said of that one's renewal
/// @param orders those of the last [#ORDERS_KEPT], the oldest first
/// @param pending the order under way
/// @param failures what came of the attempts since the last success
/// @param limited when it may be ordered again, if it has been ordered too often
/// @param withdrawn since when it is gone from all its places
public record LedgerEntry(
        String id,
        List<DomainName> names,
        List<DomainName> places,
        Optional<String> refusal,
        Optional<KeptChain> chain,
        Optional<KeptAdvice> advice,
        List<PlacedOrder> orders,
        Optional<PendingOrder> pending,
        Optional<Failures> failures,
        Optional<Instant> limited,
        Optional<Instant> withdrawn) {

    /// How long orders are counted.
    public static final Duration ORDERS_KEPT = Duration.ofDays(7);

    /// How many places are remembered of one request: whoever puts it into more of them has them all the same.
    static final int MOST_PLACES = 50;

    /// How many orders are counted: as many as certificates take that last for half an hour. Whoever has shorter ones has no
    /// authority that minds.
    static final int MOST_ORDERS = 1000;

    /// Copies the lists, of places the first [#MOST_PLACES].
    public LedgerEntry {
        names = List.copyOf(names);
        places = places.stream().limit(MOST_PLACES).toList();
        orders = List.copyOf(orders);
    }

    /// {@return what is remembered of a request that was never seen before}
    public static LedgerEntry of(String id, List<DomainName> names, List<DomainName> places) {
        return new LedgerEntry(
                id,
                names,
                places,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// {@return the same, granted, and standing in some places}
    public LedgerEntry granted(List<DomainName> where) {
        return new LedgerEntry(
                id,
                names,
                where,
                Optional.empty(),
                chain,
                advice,
                orders,
                pending,
                failures,
                limited,
                Optional.empty());
    }

    /// {@return the same, refused, and standing in some places}
    public LedgerEntry refused(List<DomainName> where, String reason) {
        return new LedgerEntry(
                id,
                names,
                where,
                Optional.of(reason),
                chain,
                advice,
                orders,
                pending,
                failures,
                limited,
                Optional.empty());
    }

    /// {@return the same, gone from all its places}
    public LedgerEntry withdrawn(Instant since) {
        return new LedgerEntry(
                id,
                names,
                places,
                refusal,
                chain,
                advice,
                orders,
                pending,
                failures,
                limited,
                Optional.of(since));
    }

    /// {@return the same with one order more; what is older than [#ORDERS_KEPT] goes}
    ///
    /// @param reference what to find it again by; empty if it is over at once
    public LedgerEntry ordered(PlacedOrder order, String reference) {
        var since = order.at().minus(ORDERS_KEPT);
        var counted =
                Stream.concat(
                                orders.stream().filter(one -> one.at().isAfter(since)),
                                Stream.of(order))
                        .toList();
        var last = counted.subList(Math.max(0, counted.size() - MOST_ORDERS), counted.size());
        return new LedgerEntry(
                id,
                names,
                places,
                refusal,
                chain,
                advice,
                last,
                reference.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new PendingOrder(order.authority(), reference)),
                failures,
                Optional.empty(),
                withdrawn);
    }

    /// {@return the same without the order under way}
    public LedgerEntry discarded() {
        return new LedgerEntry(
                id,
                names,
                places,
                refusal,
                chain,
                advice,
                orders,
                Optional.empty(),
                failures,
                limited,
                withdrawn);
    }

    /// {@return the same with a new certificate, seen nowhere yet}
    public LedgerEntry issued(String authority, IssuedChain issued) {
        return new LedgerEntry(
                id,
                names,
                places,
                refusal,
                Optional.of(new KeptChain(authority, issued, false)),
                Optional.empty(),
                orders,
                Optional.empty(),
                Optional.empty(),
                limited,
                withdrawn);
    }

    /// {@return the same with a certificate that was seen in all places}; who issued one that is not the latest here, nobody
    /// remembers.
    public LedgerEntry settled(IssuedChain seen) {
        var same = chain.filter(kept -> kept.chain().leaf().equals(seen.leaf()));
        var settled =
                same.map(kept -> new KeptChain(kept.authority(), kept.chain(), true))
                        .orElseGet(() -> new KeptChain("", seen, true));
        return new LedgerEntry(
                id,
                names,
                places,
                refusal,
                Optional.of(settled),
                same.isPresent() ? advice : Optional.empty(),
                orders,
                pending,
                Optional.empty(),
                limited,
                withdrawn);
    }

    /// {@return the same after a failure}
    public LedgerEntry failed(Failures all) {
        return withFailures(Optional.of(all));
    }

    /// {@return the same with all failures forgiven}
    public LedgerEntry forgiven() {
        return withFailures(Optional.empty());
    }

    private LedgerEntry withFailures(Optional<Failures> all) {
        return new LedgerEntry(
                id, names, places, refusal, chain, advice, orders, pending, all, limited,
                withdrawn);
    }

    /// {@return the same with what the authority says of its certificate}
    public LedgerEntry advised(KeptAdvice said) {
        return new LedgerEntry(
                id,
                names,
                places,
                refusal,
                chain,
                Optional.of(said),
                orders,
                pending,
                failures,
                limited,
                withdrawn);
    }

    /// {@return the same, not to be ordered before a time}
    public LedgerEntry limited(Instant opens) {
        return new LedgerEntry(
                id,
                names,
                places,
                refusal,
                chain,
                advice,
                orders,
                pending,
                failures,
                Optional.of(opens),
                withdrawn);
    }

    /// {@return the orders placed with an authority within [#ORDERS_KEPT] before a time, the oldest first}
    public List<PlacedOrder> ordersWith(String authority, Instant now) {
        return orders.stream()
                .filter(order -> order.authority().equals(authority))
                .filter(order -> order.at().isAfter(now.minus(ORDERS_KEPT)))
                .toList();
    }

    /// {@return whether there is nothing in it that one could regret to forget}
    public boolean isOfNoUse() {
        return chain.isEmpty() && orders.isEmpty() && pending.isEmpty() && failures.isEmpty();
    }
}
