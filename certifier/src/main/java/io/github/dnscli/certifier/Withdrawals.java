package io.github.dnscli.certifier;

import io.github.dnscli.certifier.ledger.LedgerEntry;
import io.github.dnscli.certifier.ledger.OrderBook;
import io.github.dnscli.certifier.policy.PlaceMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells requests that are gone from those that only cannot be seen.
///
/// A request is gone when the zones of all its places can be seen, or have not been for a day, and it stands in none of
/// them. What is remembered of it is kept for a while, since an authority remembers too.
final class Withdrawals {

    private static final Duration UNSEEN = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Workshop shop;
    private final Map<String, Instant> unseen = new HashMap<>();

    Withdrawals(Workshop shop) {
        this.shop = shop;
    }

    /// Takes note of what is not there any more.
    ///
    /// @param standing the ids of all that is
    /// @return when there is more to be concluded even if nothing changes
    Optional<Instant> look(PlaceMap map, Set<String> standing, Instant now) {
        unseen.keySet().removeAll(standing);
        return shop.ledger().entries().stream()
                .filter(entry -> !standing.contains(entry.id()))
                .flatMap(entry -> look(map, entry, now).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> look(PlaceMap map, LedgerEntry entry, Instant now) {
        if (entry.withdrawn().isPresent()) {
            var end = entry.withdrawn().get().plus(kept(entry));
            if (now.isBefore(end)) {
                return Optional.of(end);
            }
            shop.attempt(() -> shop.ledger().forget(entry.id()));
            return Optional.empty();
        }
        var gone = gone(map, entry, now);
        if (now.isBefore(gone)) {
            return Optional.of(gone);
        }
        unseen.remove(entry.id());
        return withdraw(entry, now);
    }

    private static Duration kept(LedgerEntry entry) {
        return entry.chain().isPresent() ? KEPT : OrderBook.ORDERS_KEPT;
    }

    /// {@return when a request that cannot be seen counts as gone}
    private Instant gone(PlaceMap map, LedgerEntry entry, Instant now) {
        return entry.places().stream().allMatch(map::sees)
                ? now
                : unseen.computeIfAbsent(entry.id(), _ -> now).plus(UNSEEN);
    }

    private Optional<Instant> withdraw(LedgerEntry entry, Instant now) {
        if (entry.isOfNoUse()) {
            shop.attempt(() -> shop.ledger().forget(entry.id()));
            return Optional.empty();
        }
        shop.remember(entry, one -> one.withdrawn(now));
        if (entry.refusal().isEmpty()) {
            shop.tell(new CertifierEvent.Withdrawn(entry.names(), entry.places()));
        }
        return Optional.of(now.plus(kept(entry)));
    }
}
