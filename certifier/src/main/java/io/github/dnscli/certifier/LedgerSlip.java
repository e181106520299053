package io.github.dnscli.certifier;

import io.github.dnscli.certifier.authority.OrderSlip;
import io.github.dnscli.certifier.ledger.LedgerEntry;
import io.github.dnscli.certifier.ledger.PendingOrder;
import io.github.dnscli.certifier.ledger.PlacedOrder;
import io.github.dnscli.certifier.plan.Wish;
import java.io.IOException;
import java.util.Optional;

/// The slip of an order for one wish, kept in the ledger.
///
/// @param shop where the ledger is
/// @param wish what is ordered
record LedgerSlip(Workshop shop, Wish wish) implements OrderSlip {

    @Override
    public Optional<String> read() {
        return shop.ledger()
                .entry(wish.id())
                .flatMap(LedgerEntry::pending)
                .filter(pending -> pending.authority().equals(shop.authority().id()))
                .map(PendingOrder::reference);
    }

    @Override
    public void placed(String reference) throws IOException {
        var order = new PlacedOrder(shop.now(), shop.authority().id());
        shop.ledger().change(Workshop.fresh(wish), entry -> entry.ordered(order, reference));
    }

    @Override
    public void discard() throws IOException {
        shop.ledger().change(Workshop.fresh(wish), LedgerEntry::discarded);
    }
}
