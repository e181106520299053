package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.plan.IssuedChain;
import io.github.dnscli.common.name.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is remembered of one signing request.
///
/// @param id the SHA-256 of its octets
/// @param names what it asks for; none if it cannot be read
/// @param whereabouts where it was seen last
/// @param chain its latest certificate
/// @param advice what the authority said of that one's renewal
/// @param book what was ordered for it
public record LedgerEntry(
        String id,
        List<DomainName> names,
        Whereabouts whereabouts,
        Optional<KeptChain> chain,
        Optional<KeptAdvice> advice,
        OrderBook book) {

    /// Copies the list.
    public LedgerEntry {
        names = List.copyOf(names);
    }

    /// {@return what is remembered of a request that was never seen before}
    public static LedgerEntry of(String id, List<DomainName> names, List<DomainName> places) {
        return new LedgerEntry(
                id,
                names,
                Whereabouts.granted(places),
                Optional.empty(),
                Optional.empty(),
                OrderBook.EMPTY);
    }

    private LedgerEntry with(Whereabouts other) {
        return new LedgerEntry(id, names, other, chain, advice, book);
    }

    private LedgerEntry with(OrderBook other) {
        return new LedgerEntry(id, names, whereabouts, chain, advice, other);
    }

    private LedgerEntry with(KeptChain other, Optional<KeptAdvice> said, OrderBook ordered) {
        return new LedgerEntry(id, names, whereabouts, Optional.of(other), said, ordered);
    }

    /// {@return the names that own the records it was seen among last}
    public List<DomainName> places() {
        return whereabouts.places();
    }

    /// {@return why it gets nothing, for people}
    public Optional<String> refusal() {
        return whereabouts.refusal();
    }

    /// {@return since when it is gone from all its places}
    public Optional<Instant> withdrawn() {
        return whereabouts.withdrawn();
    }

    /// {@return the orders of the last [OrderBook#ORDERS_KEPT], the oldest first}
    public List<PlacedOrder> orders() {
        return book.orders();
    }

    /// {@return the order under way}
    public Optional<PendingOrder> pending() {
        return book.pending();
    }

    /// {@return what came of the attempts since the last success}
    public Optional<Failures> failures() {
        return book.failures();
    }

    /// {@return when it may be ordered again, if it has been ordered too often}
    public Optional<Instant> limited() {
        return book.limited();
    }

    /// {@return the same, granted, and standing in some places}
    public LedgerEntry granted(List<DomainName> where) {
        return with(Whereabouts.granted(where));
    }

    /// {@return the same, refused, and standing in some places}
    public LedgerEntry refused(List<DomainName> where, String reason) {
        return with(Whereabouts.refused(where, reason));
    }

    /// {@return the same, gone from all its places}
    public LedgerEntry withdrawn(Instant since) {
        return with(whereabouts.withdrawn(since));
    }

    /// {@return the same with one order more}
    ///
    /// @param reference what to find it again by; empty if it is over at once
    public LedgerEntry ordered(PlacedOrder order, String reference) {
        return with(book.ordered(order, reference));
    }

    /// {@return the same without the order under way}
    public LedgerEntry discarded() {
        return with(book.discarded());
    }

    /// {@return the same with a new certificate, seen nowhere yet}
    public LedgerEntry issued(String authority, IssuedChain issued) {
        return with(
                new KeptChain(authority, issued, false),
                Optional.empty(),
                book.discarded().with(Optional.empty()));
    }

    /// {@return the same with a certificate that was seen in all places}; who issued one that is not the latest here, nobody
    /// remembers.
    public LedgerEntry settled(IssuedChain seen) {
        var same = chain.filter(kept -> kept.chain().leaf().equals(seen.leaf()));
        var settled =
                same.map(kept -> new KeptChain(kept.authority(), kept.chain(), true))
                        .orElseGet(() -> new KeptChain("", seen, true));
        return with(settled, advice.filter(_ -> same.isPresent()), book.with(Optional.empty()));
    }

    /// {@return the same after a failure}
    public LedgerEntry failed(Failures all) {
        return with(book.with(Optional.of(all)));
    }

    /// {@return the same with all failures forgiven}
    public LedgerEntry forgiven() {
        return with(book.with(Optional.empty()));
    }

    /// {@return the same with what the authority says of its certificate}
    public LedgerEntry advised(KeptAdvice said) {
        return new LedgerEntry(id, names, whereabouts, chain, Optional.of(said), book);
    }

    /// {@return the same, not to be ordered before a time}
    public LedgerEntry limited(Instant opens) {
        return with(book.limited(opens));
    }

    /// {@return the orders placed with an authority within [OrderBook#ORDERS_KEPT] before a time, the oldest first}
    public List<PlacedOrder> ordersWith(String authority, Instant now) {
        return book.with(authority, now);
    }

    /// {@return whether there is nothing in it that one could regret to forget}
    public boolean isOfNoUse() {
        return chain.isEmpty() && book.isOfNoUse();
    }
}
