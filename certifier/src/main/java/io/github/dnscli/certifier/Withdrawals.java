package io.github.dnscli.certifier;

import io.github.dnscli.certifier.ledger.LedgerEntry;
import io.github.dnscli.certifier.policy.PlaceMap;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
    void look(PlaceMap map, Set<String> standing, Instant now) {
        unseen.keySet().removeAll(standing);
        for (var entry : shop.ledger().entries()) {
            if (!standing.contains(entry.id())) {
                look(map, entry, now);
            }
        }
    }

    private void look(PlaceMap map, LedgerEntry entry, Instant now) {
        if (entry.withdrawn().isPresent()) {
            var end = entry.withdrawn().get().plus(kept(entry));
            if (!now.isBefore(end)) {
                shop.attempt(() -> shop.ledger().forget(entry.id()));
            }
        } else if (isGone(map, entry, now)) {
            unseen.remove(entry.id());
            withdraw(entry, now);
        }
    }

    private static Duration kept(LedgerEntry entry) {
        return entry.chain().isPresent() ? KEPT : LedgerEntry.ORDERS_KEPT;
    }

    private boolean isGone(PlaceMap map, LedgerEntry entry, Instant now) {
        if (entry.places().stream().allMatch(map::sees)) {
            return true;
        }
        var since = unseen.computeIfAbsent(entry.id(), _ -> now);
        return !now.isBefore(since.plus(UNSEEN));
    }

    private void withdraw(LedgerEntry entry, Instant now) {
        if (entry.isOfNoUse()) {
            shop.attempt(() -> shop.ledger().forget(entry.id()));
            return;
        }
        shop.remember(entry, one -> one.withdrawn(now));
        if (entry.refusal().isEmpty()) {
            shop.tell(new CertifierEvent.Withdrawn(entry.names(), entry.places()));
        }
    }
}
