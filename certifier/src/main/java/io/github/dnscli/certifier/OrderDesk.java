package io.github.dnscli.certifier;

import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.ledger.Failures;
import io.github.dnscli.certifier.ledger.KeptChain;
import io.github.dnscli.certifier.ledger.LedgerEntry;
import io.github.dnscli.certifier.plan.IssuedChain;
import io.github.dnscli.certifier.plan.Judge;
import io.github.dnscli.certifier.plan.Step;
import io.github.dnscli.certifier.plan.Wish;
import io.github.dnscli.common.record.RecordData;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Has certificates issued, some at the same time, and each request only once.
final class OrderDesk {

    /// How many octets an update has room for besides the place itself.
    private static final int MAX_CHAIN_OCTETS = 12 * 1024;

    private final Workshop shop;
    private final Judge judge;
    private final Publisher publisher;
    private final TidyDesk tidy;
    private final Semaphore seats;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Set<String> working = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private volatile Set<String> wanted = Set.of();

    OrderDesk(Workshop shop, Judge judge, Publisher publisher, TidyDesk tidy) {
        this.shop = shop;
        this.judge = judge;
        this.publisher = publisher;
        this.tidy = tidy;
        this.seats = new Semaphore(Math.max(1, shop.authority().ordersAtOnce()), true);
    }

    /// Has plans made from now on known of all orders that have ended so far.
    void planning() {
        ended.clear();
    }

    /// What is not among these any more when its turn comes is not ordered.
    void want(Set<String> ids) {
        wanted = Set.copyOf(ids);
    }

    boolean isUnderWay(String id) {
        return underWay.contains(id);
    }

    boolean isAtWork(String id) {
        return working.contains(id);
    }

    Readiness readiness(Wish wish, OrderRules rules) {
        return isUnderWay(wish.id()) ? new Readiness.UnderWay() : rules.judge(wish);
    }

    /// Orders a certificate if that may be.
    ///
    /// @return when it may be, if not now
    Optional<Instant> consider(Step.Issue step, OrderRules rules) {
        return switch (readiness(step.wish(), rules)) {
            case Readiness.UnderWay _ -> Optional.empty();
            case Readiness.Waiting(_, var until) -> Optional.of(until);
            case Readiness.Limited limited -> {
                limit(step.wish(), limited);
                yield Optional.of(limited.until());
            }
            case Readiness.Ready _ -> {
                startUnlessEnded(step);
                yield Optional.empty();
            }
        };
    }

    private void limit(Wish wish, Readiness.Limited limited) {
        var known = shop.ledger().entry(wish.id()).flatMap(LedgerEntry::limited);
        if (!known.equals(Optional.of(limited.until()))) {
            shop.remember(Workshop.fresh(wish), entry -> entry.limited(limited.until()));
            shop.tell(
                    new CertifierEvent.LimitReached(
                            wish.request(), limited.orders(), limited.until()));
        }
    }

    /// An order that ended while the plan was made is not in the plan, and would be placed twice. The next pass, for which
    /// its end rings, knows of it.
    private void startUnlessEnded(Step.Issue step) {
        if (!ended.contains(step.id())) {
            start(step);
        }
    }

    private void start(Step.Issue step) {
        underWay.add(step.id());
        shop.workers()
                .start(
                        "order for " + Workshop.title(step.wish().request()),
                        () -> work(step),
                        () -> end(step));
    }

    private void end(Step.Issue step) {
        ended.add(step.id());
        underWay.remove(step.id());
    }

    private void work(Step.Issue step) {
        try {
            takeTurn(step)
                    .ifPresent(
                            chain -> publisher.publish(step.wish(), chain, step.wish().places()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            end(step);
        }
    }

    private Optional<IssuedChain> takeTurn(Step.Issue step) throws InterruptedException {
        seats.acquire();
        try {
            boolean stillWanted = wanted.contains(step.id()) && !shop.workers().isClosed();
            working.add(step.id());
            return stillWanted ? order(step) : Optional.empty();
        } finally {
            working.remove(step.id());
            tidy.again();
            seats.release();
        }
    }

    private Optional<IssuedChain> order(Step.Issue step) {
        return switch (ask(step.wish())) {
            case Issuance.Issued certificates -> accept(step, certificates);
            case Issuance.Refused(var failure) ->
                    failed(step.wish(), failure, shop.now().plus(shop.settings().longestRetry()));
            case Issuance.Later(var failure, var notBefore) ->
                    failed(step.wish(), failure, notBefore);
        };
    }

    private Issuance ask(Wish wish) {
        var now = shop.now();
        var replaced =
                shop.ledger()
                        .entry(wish.id())
                        .flatMap(LedgerEntry::chain)
                        .filter(kept -> kept.authority().equals(shop.authority().id()))
                        .map(KeptChain::chain)
                        .map(IssuedChain::leaf);
        var order =
                new Order(
                        wish.request(),
                        replaced,
                        new LedgerSlip(shop, wish),
                        now.plus(shop.settings().orderTime()));
        try {
            return judged(wish, shop.authority().issue(order));
        } catch (IOException failure) {
            return later(Failure.Kind.LOCAL, String.valueOf(failure.getMessage()), now);
        } catch (RuntimeException | StackOverflowError bug) {
            return later(Failure.Kind.LOCAL, "the certifier is at fault: " + bug, now);
        }
    }

    private static Issuance later(Failure.Kind kind, String problem, Instant now) {
        return new Issuance.Later(new Failure(kind, problem), now);
    }

    /// Not even the authority is believed: what it issued must be what was ordered.
    private Issuance judged(Wish wish, Issuance issuance) {
        return switch (issuance) {
            case Issuance.Issued issued ->
                    misfit(wish, IssuedChain.of(issued))
                            .map(problem -> later(Failure.Kind.MISFIT, problem, shop.now()))
                            .orElse(issued);
            case Issuance.Refused refused -> refused;
            case Issuance.Later later -> later;
        };
    }

    private Optional<IssuedChain> accept(Step.Issue step, Issuance.Issued certificates) {
        var wish = step.wish();
        var chain = IssuedChain.of(certificates);
        String authority = shop.authority().id();
        shop.remember(Workshop.fresh(wish), entry -> entry.issued(authority, chain));
        forgiveOthers(wish);
        shop.tell(new CertifierEvent.Issued(wish.request(), chain.leaf(), authority, step.why()));
        return Optional.of(chain);
    }

    private Optional<String> misfit(Wish wish, IssuedChain chain) {
        if (!judge.isGood(chain, wish.request(), shop.now())) {
            return Optional.of("the certificate it issued does not fit the request");
        }
        int octets = chain.records().stream().mapToInt(RecordData::length).sum();
        return octets > MAX_CHAIN_OCTETS
                ? Optional.of(
                        "the certificate it issued and its chain have %s octets, where %s fit an update"
                                .formatted(octets, MAX_CHAIN_OCTETS))
                : Optional.empty();
    }

    /// What went wrong with earlier requests for the same names is over.
    private void forgiveOthers(Wish wish) {
        var names = new HashSet<>(wish.request().names());
        shop.ledger().entries().stream()
                .filter(entry -> entry.failures().isPresent() && !entry.id().equals(wish.id()))
                .filter(entry -> new HashSet<>(entry.names()).equals(names))
                .forEach(entry -> shop.remember(entry, LedgerEntry::forgiven));
    }

    private Optional<IssuedChain> failed(Wish wish, Failure failure, Instant notBefore) {
        if (shop.workers().isInterrupted()) {
            return Optional.empty();
        }
        var now = shop.now();
        int count = new OrderRules(shop, now).failuresSoFar(wish) + 1;
        var next = now.plus(shop.delays().after(count));
        var retry = next.isBefore(notBefore) ? notBefore : next;
        var failures = new Failures(shop.authority().id(), count, retry, failure, now);
        shop.remember(Workshop.fresh(wish), entry -> entry.failed(failures));
        shop.tell(new CertifierEvent.NotIssued(wish.request(), failure, retry));
        return Optional.empty();
    }
}
