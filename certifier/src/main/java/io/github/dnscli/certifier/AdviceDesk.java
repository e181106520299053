package io.github.dnscli.certifier;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.ledger.BackOff;
import io.github.dnscli.certifier.ledger.KeptAdvice;
import io.github.dnscli.certifier.ledger.LedgerEntry;
import io.github.dnscli.certifier.ledger.RevokedMarks;
import io.github.dnscli.certifier.plan.Wish;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// Asks the authority when certificates are to be renewed (RFC 9773), and picks moments in its windows.
final class AdviceDesk {

    /// Bounds for when an authority may want to be asked again (RFC 9773 §4.3.2).
    private static final Duration SOONEST = Duration.ofMinutes(1);

    private static final Duration LATEST = Duration.ofDays(1);

    /// When to ask again about a certificate the authority had no opinion on.
    private static final Duration NO_OPINION = Duration.ofHours(6);

    private static final int AT_ONCE = 4;

    private final Workshop shop;
    private final Semaphore seats = new Semaphore(AT_ONCE, true);
    private final Set<String> underWay = new HashSet<>();
    private final Map<String, Instant> noOpinion = new HashMap<>();
    private final BackOff<String> delays;
    private boolean told;

    AdviceDesk(Workshop shop) {
        this.shop = shop;
        this.delays = new BackOff<>(shop.delays());
    }

    /// Asks about the certificate of a wish, if it is time.
    ///
    /// @return when it is time, if not now
    Optional<Instant> consider(Wish wish) {
        var leaf =
                shop.ledger()
                        .entry(wish.id())
                        .flatMap(LedgerEntry::chain)
                        .filter(kept -> kept.authority().equals(shop.authority().id()))
                        .map(kept -> kept.chain().leaf());
        return leaf.flatMap(one -> consider(wish, one));
    }

    private synchronized Optional<Instant> consider(Wish wish, Certificate leaf) {
        if (underWay.contains(wish.id())) {
            return Optional.empty();
        }
        String serial = RevokedMarks.serial(leaf);
        var next = next(wish, serial);
        var now = shop.now();
        if (next.filter(now::isBefore).isPresent()) {
            return next;
        }
        underWay.add(wish.id());
        shop.workers()
                .start(
                        "advice for " + Workshop.title(wish.request()),
                        () -> work(wish, leaf, serial),
                        () -> done(wish));
        return Optional.empty();
    }

    private Optional<Instant> next(Wish wish, String serial) {
        return delays.next(wish.id())
                .or(() -> Optional.ofNullable(noOpinion.get(serial)))
                .or(() -> known(wish, serial).map(kept -> kept.advice().askAgain()));
    }

    private Optional<KeptAdvice> known(Wish wish, String serial) {
        return shop.ledger()
                .entry(wish.id())
                .flatMap(LedgerEntry::advice)
                .filter(kept -> kept.serial().equals(serial));
    }

    private void work(Wish wish, Certificate leaf, String serial) {
        try {
            seats.acquire();
            try {
                ask(wish, leaf, serial);
            } finally {
                seats.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            done(wish);
        }
    }

    private synchronized void done(Wish wish) {
        underWay.remove(wish.id());
    }

    private void ask(Wish wish, Certificate leaf, String serial) {
        if (shop.workers().isClosed()) {
            return;
        }
        try {
            var advice = shop.authority().advice(leaf);
            worked(wish, serial, advice.isEmpty());
            advice.ifPresent(said -> take(wish, leaf, serial, said));
        } catch (IOException | RuntimeException failure) {
            failed(wish, String.valueOf(failure.getMessage()));
        }
    }

    private synchronized void worked(Wish wish, String serial, boolean silent) {
        told = false;
        delays.worked(wish.id());
        noOpinion.remove(serial);
        noOpinion.values().removeIf(until -> !shop.now().isBefore(until));
        if (silent) {
            noOpinion.put(serial, shop.now().plus(NO_OPINION));
        }
    }

    /// An authority that cannot be asked about one certificate can hardly be asked about the others: that is told once.
    private void failed(Wish wish, String problem) {
        Instant retry;
        synchronized (this) {
            retry = delays.tried(wish.id(), shop.now());
            if (told) {
                return;
            }
            told = true;
        }
        shop.tell(new CertifierEvent.AdviceFailed(wish.request(), problem, retry));
    }

    private void take(Wish wish, Certificate leaf, String serial, RenewalAdvice said) {
        var advice = bounded(said, shop.now());
        var before = known(wish, serial);
        boolean moved = before.filter(kept -> isSameWindow(kept.advice(), advice)).isEmpty();
        var moment = moved ? pick(advice) : before.orElseThrow().moment();
        shop.remember(
                Workshop.fresh(wish),
                entry ->
                        entry.chain().filter(one -> one.chain().leaf().equals(leaf)).isPresent()
                                ? entry.advised(new KeptAdvice(serial, advice, moment))
                                : entry);
        if (moved) {
            shop.tell(new CertifierEvent.AdviceMoved(wish.request(), leaf, advice, moment));
        }
    }

    private static boolean isSameWindow(RenewalAdvice one, RenewalAdvice other) {
        return one.start().equals(other.start()) && one.end().equals(other.end());
    }

    private static RenewalAdvice bounded(RenewalAdvice advice, Instant now) {
        var soonest = now.plus(SOONEST);
        var latest = now.plus(LATEST);
        var again = advice.askAgain();
        var bounded = again.isBefore(soonest) ? soonest : again.isAfter(latest) ? latest : again;
        return new RenewalAdvice(advice.start(), advice.end(), advice.explanation(), bounded);
    }

    /// A moment anywhere in the window, each as likely as the other: one that has passed means at once.
    private Instant pick(RenewalAdvice advice) {
        long length = Duration.between(advice.start(), advice.end()).toMillis();
        return advice.start().plusMillis(shop.random(length + 1));
    }
}
