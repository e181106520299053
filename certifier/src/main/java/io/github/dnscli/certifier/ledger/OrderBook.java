package io.github.dnscli.certifier.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is remembered of the orders for one request.
///
/// @param orders those of the last [#ORDERS_KEPT], the oldest first
/// @param pending the order under way
/// @param failures what came of the attempts since the last success
/// @param limited when it may be ordered again, if it has been ordered too often
public record OrderBook(
        List<PlacedOrder> orders,
        Optional<PendingOrder> pending,
        Optional<Failures> failures,
        Optional<Instant> limited) {

    /// How long orders are counted.
    public static final Duration ORDERS_KEPT = Duration.ofDays(7);

    /// How many orders are counted: as many as certificates take that last for half an hour. Whoever has shorter ones has no
    /// authority that minds.
    static final int MOST_ORDERS = 1000;

    /// Nothing was ordered yet.
    static final OrderBook EMPTY =
            new OrderBook(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Copies the list.
    public OrderBook {
        orders = List.copyOf(orders);
    }

    /// {@return the same with one order more; what is older than [#ORDERS_KEPT] goes}
    ///
    /// @param reference what to find it again by; empty if it is over at once
    OrderBook ordered(PlacedOrder order, String reference) {
        var counted =
                Stream.concat(
                                orders.stream().filter(one -> counts(one, order.at())),
                                Stream.of(order))
                        .toList();
        var last = counted.subList(Math.max(0, counted.size() - MOST_ORDERS), counted.size());
        var underWay =
                Optional.of(new PendingOrder(order.authority(), reference))
                        .filter(_ -> !reference.isEmpty());
        return new OrderBook(last, underWay, failures, Optional.empty());
    }

    /// {@return the same without the order under way}
    OrderBook discarded() {
        return new OrderBook(orders, Optional.empty(), failures, limited);
    }

    /// {@return the same with these failures}
    OrderBook with(Optional<Failures> all) {
        return new OrderBook(orders, pending, all, limited);
    }

    /// {@return the same, not to be ordered before a time}
    OrderBook limited(Instant opens) {
        return new OrderBook(orders, pending, failures, Optional.of(opens));
    }

    /// {@return the orders placed with an authority within [#ORDERS_KEPT] before a time, the oldest first}
    List<PlacedOrder> with(String authority, Instant now) {
        return orders.stream()
                .filter(order -> order.authority().equals(authority))
                .filter(order -> counts(order, now))
                .toList();
    }

    /// What a clock that was far ahead says is not counted for ever.
    static boolean counts(PlacedOrder order, Instant now) {
        return order.at().isAfter(now.minus(ORDERS_KEPT))
                && order.at().isBefore(now.plus(ORDERS_KEPT));
    }

    boolean isOfNoUse() {
        return orders.isEmpty() && pending.isEmpty() && failures.isEmpty();
    }
}
