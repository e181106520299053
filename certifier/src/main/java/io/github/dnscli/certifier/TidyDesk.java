package io.github.dnscli.certifier;

import io.github.dnscli.certifier.ledger.BackOff;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Has the authority remove what an earlier process left behind, until that is done.
final class TidyDesk {

    private static final String TIDY = "tidy";

    private final Workshop shop;
    private final BackOff<String> delays;
    private boolean needed = true;
    private boolean underWay;

    TidyDesk(Workshop shop) {
        this.shop = shop;
        this.delays = new BackOff<>(shop.delays());
    }

    /// Has it done once more: an order has ended, and may have left something behind.
    synchronized void again() {
        needed = true;
    }

    /// Has it done if it is to be done.
    ///
    /// @return when it is to be tried again, if not now
    synchronized Optional<Instant> consider() {
        if (!needed || underWay) {
            return Optional.empty();
        }
        if (!delays.allows(TIDY, shop.now())) {
            return delays.next(TIDY);
        }
        underWay = true;
        needed = false;
        shop.workers().start(TIDY, this::work, () -> end(false));
        return Optional.empty();
    }

    private synchronized void end(boolean done) {
        underWay = false;
        needed |= !done;
        if (done) {
            delays.worked(TIDY);
        }
    }

    private void work() {
        boolean done = false;
        try {
            shop.authority().tidy();
            done = true;
        } catch (IOException | RuntimeException failure) {
            shop.tell(new CertifierEvent.TidyFailed(String.valueOf(failure.getMessage()), retry()));
        } finally {
            end(done);
        }
    }

    private synchronized Instant retry() {
        return delays.tried(TIDY, shop.now());
    }
}
