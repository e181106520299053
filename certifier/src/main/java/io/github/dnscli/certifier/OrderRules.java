package io.github.dnscli.certifier;

import io.github.dnscli.certifier.ledger.Failures;
import io.github.dnscli.certifier.ledger.LedgerEntry;
import io.github.dnscli.certifier.ledger.OrderBook;
import io.github.dnscli.certifier.ledger.PlacedOrder;
import io.github.dnscli.certifier.plan.Renewal;
import io.github.dnscli.certifier.plan.Wish;
import io.github.dnscli.common.name.DomainName;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// When what may be ordered at all may be ordered next.
///
/// After a failure a request waits, and so does any other for the same names, be it a new one: an authority counts names.
/// And the same request is ordered only so often within seven days.
final class OrderRules {

    private final Workshop shop;
    private final Instant now;
    private final Map<Set<DomainName>, Failures> byNames = new HashMap<>();

    /// Looks at what is remembered now.
    OrderRules(Workshop shop, Instant now) {
        this.shop = shop;
        this.now = now;
        shop.ledger().entries().forEach(this::note);
    }

    private void note(LedgerEntry entry) {
        entry.failures()
                .filter(this::isOfAuthority)
                .filter(Failures::concernNames)
                .ifPresent(
                        failures ->
                                byNames.merge(
                                        new HashSet<>(entry.names()), failures, OrderRules::later));
    }

    private static Failures later(Failures one, Failures other) {
        return one.next().isBefore(other.next()) ? other : one;
    }

    private boolean isOfAuthority(Failures failures) {
        return failures.authority().equals(shop.authority().id());
    }

    Readiness judge(Wish wish) {
        var entry = shop.ledger().entry(wish.id());
        var waiting =
                Stream.concat(
                                entry
                                        .flatMap(LedgerEntry::failures)
                                        .filter(this::isOfAuthority)
                                        .stream(),
                                ofNames(wish).stream())
                        .filter(failures -> failures.hold(now))
                        .max(Comparator.comparing(Failures::next));
        if (waiting.isPresent()) {
            return new Readiness.Waiting(waiting.get().last().problem(), waiting.get().next());
        }
        boolean carriesOn = new LedgerSlip(shop, wish).read().isPresent();
        return carriesOn || entry.isEmpty() ? new Readiness.Ready() : limit(entry.get());
    }

    private Optional<Failures> ofNames(Wish wish) {
        return Optional.ofNullable(byNames.get(new HashSet<>(wish.request().names())));
    }

    private Readiness limit(LedgerEntry entry) {
        var orders = entry.ordersWith(shop.authority().id(), now);
        int most = most(entry);
        return orders.size() < most
                ? new Readiness.Ready()
                : new Readiness.Limited(orders.size(), opening(orders, most));
    }

    private static Instant opening(List<PlacedOrder> orders, int most) {
        return orders.get(orders.size() - most).at().plus(OrderBook.ORDERS_KEPT);
    }

    /// Certificates that last for hours are renewed many times a week: for them it is twice as often as that takes.
    private int most(LedgerEntry entry) {
        long needed =
                entry.chain()
                        .map(kept -> Renewal.interval(kept.chain().leaf()))
                        .filter(interval -> interval.toMillis() > 0)
                        .map(interval -> 2 * OrderBook.ORDERS_KEPT.toMillis() / interval.toMillis())
                        .orElse(0L);
        return Math.clamp(needed, shop.settings().ordersAWeek(), Integer.MAX_VALUE);
    }

    /// {@return how many attempts for the names of a wish have failed so far}
    int failuresSoFar(Wish wish) {
        var own = shop.ledger().entry(wish.id()).flatMap(LedgerEntry::failures);
        int count = own.filter(this::isOfAuthority).map(Failures::count).orElse(0);
        return Math.max(count, ofNames(wish).map(Failures::count).orElse(0));
    }
}
