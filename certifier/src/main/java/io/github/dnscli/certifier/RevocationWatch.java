package io.github.dnscli.certifier;

import io.github.dnscli.certifier.ledger.LedgerEntry;
import io.github.dnscli.certifier.ledger.RevokedMarks;
import io.github.dnscli.certifier.plan.Wish;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// Notices what has been revoked, be it by another process.
final class RevocationWatch {

    private final Workshop shop;
    private Set<String> known = Set.of();
    private Set<String> fresh = Set.of();
    private boolean first = true;
    private boolean failing;

    RevocationWatch(Workshop shop) {
        this.shop = shop;
    }

    /// {@return whether something has been revoked since the last look}
    boolean look() {
        try {
            var now = RevokedMarks.read(shop.parts().state());
            failing = false;
            boolean changed = !now.equals(known);
            fresh = first ? Set.of() : minus(now, known);
            first = false;
            known = now;
            return changed;
        } catch (IOException failure) {
            if (!failing) {
                failing = true;
                shop.tell(new CertifierEvent.StateTrouble(String.valueOf(failure.getMessage())));
            }
            return false;
        }
    }

    /// {@return what is known to be revoked, and what can be told by a look that nobody takes note of}
    Set<String> peek() {
        try {
            return RevokedMarks.read(shop.parts().state());
        } catch (IOException _) {
            return known;
        }
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /// {@return the serial numbers of all that is known to be revoked}
    Set<String> revoked() {
        return known;
    }

    /// Tells it if the certificate of a wish has been revoked since the look before.
    void mention(Wish wish) {
        if (fresh.isEmpty()) {
            return;
        }
        shop.ledger()
                .entry(wish.id())
                .flatMap(LedgerEntry::chain)
                .map(kept -> kept.chain().leaf())
                .filter(leaf -> fresh.contains(RevokedMarks.serial(leaf)))
                .ifPresent(
                        leaf -> shop.tell(new CertifierEvent.RevocationSeen(wish.request(), leaf)));
    }
}
