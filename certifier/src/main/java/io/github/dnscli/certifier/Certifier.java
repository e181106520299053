package io.github.dnscli.certifier;

import io.github.dnscli.certifier.ledger.Failures;
import io.github.dnscli.certifier.ledger.KeptChain;
import io.github.dnscli.certifier.ledger.Ledger;
import io.github.dnscli.certifier.ledger.LedgerEntry;
import io.github.dnscli.certifier.ledger.LedgerMemory;
import io.github.dnscli.certifier.ledger.Phase;
import io.github.dnscli.certifier.ledger.RequestStanding;
import io.github.dnscli.certifier.ledger.Standings;
import io.github.dnscli.certifier.plan.CertificationPlan;
import io.github.dnscli.certifier.plan.IssuedChain;
import io.github.dnscli.certifier.plan.Judge;
import io.github.dnscli.certifier.plan.Step;
import io.github.dnscli.certifier.plan.Wish;
import io.github.dnscli.certifier.policy.LostAlias;
import io.github.dnscli.certifier.policy.NamePolicy;
import io.github.dnscli.certifier.policy.PlaceMap;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// Answers signing requests in zones with certificates.
///
/// ```java
/// try (var certifier = new Certifier(parts, CertifierSettings.DEFAULT)) {
///     certifier.onChange(bell::ring);
///     while (true) {
///         certifier.pass();
///         bell.await(certifier.next());
///     }
/// }
/// ```
///
/// A request gets a certificate when none fits it, when its key is another, and when it is time for renewal: when the
/// authority says so, or by the lifetime of the certificate. Orders are placed on threads of their own, as many at the
/// same time as the authority takes; what is issued is kept before it is written to the zone, so that neither a crash nor
/// a server that refuses the update leads to a second order. What fails is told and tried again, later each time. All
/// methods may be called by several threads at once.
public final class Certifier implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(4);
    private static final Duration INTERRUPTED_END = Duration.ofSeconds(5);

    private final Workshop shop;
    private final Judge judge;
    private final NamePolicy policy;
    private final Publisher publisher;
    private final OrderDesk orders;
    private final AdviceDesk advice;
    private final TidyDesk tidy;
    private final RevocationWatch revocations;
    private final Withdrawals withdrawals;
    private final Refusals refusals;
    private final AtomicBoolean workEnded = new AtomicBoolean(true);
    private volatile Runnable bell = () -> {};
    private volatile Instant next = Instant.EPOCH;
    private Instant looked = Instant.MIN;
    private PlaceMap map = PlaceMap.EMPTY;
    private List<Step> steps = List.of();
    private Set<LostAlias> lost = Set.of();

    /// Makes a certifier that has not looked at anything yet.
    ///
    /// @throws IOException if what is remembered cannot be read at all
    public Certifier(CertifierParts parts, CertifierSettings settings) throws IOException {
        var workers = new Workers(this::workEnded);
        this.shop = new Workshop(parts, settings, Ledger.open(parts.state()), workers);
        this.judge = new Judge(parts.authority());
        this.policy = new NamePolicy(settings.allowances());
        this.publisher = new Publisher(shop);
        this.tidy = new TidyDesk(shop);
        this.orders = new OrderDesk(shop, judge, publisher, tidy);
        this.advice = new AdviceDesk(shop);
        this.revocations = new RevocationWatch(shop);
        this.withdrawals = new Withdrawals(shop);
        this.refusals = new Refusals(shop);
        shop.ledger()
                .problems()
                .forEach(problem -> shop.tell(new CertifierEvent.StateTrouble(problem)));
    }

    private void workEnded() {
        workEnded.set(true);
        bell.run();
    }

    /// Has a bell rung when work has ended and a new pass may find something to do.
    ///
    /// @param ring returns at once, and does not pass itself
    public void onChange(Runnable ring) {
        bell = ring;
    }

    /// Has all that failed tried again now, such as when a person has mended what was wrong. An authority that has been asked
    /// too often is left in peace until the time that it set, and the limit of orders stays.
    public synchronized void tryAgain() {
        shop.ledger().entries().stream()
                .filter(entry -> entry.failures().filter(Failures::mayBeMended).isPresent())
                .forEach(entry -> shop.remember(entry, LedgerEntry::forgiven));
        publisher.tryAgain();
        workEnded();
    }

    /// Looks at the zones, starts what there is to be done on threads of its own, and returns. Costs next to nothing when
    /// nothing has changed and nothing is due.
    public synchronized void pass() {
        if (shop.workers().isClosed()) {
            return;
        }
        var now = shop.now();
        boolean changed = workEnded.getAndSet(false);
        var seen = map.next(shop.parts().zones().zones());
        changed |= !seen.equals(map);
        changed |= revocations.look();
        map = seen;
        // A clock that was set back is no reason to wait until it is where it was.
        if (changed || !now.isBefore(next) || now.isBefore(looked)) {
            carryOut(now);
        }
    }

    private void carryOut(Instant now) {
        next = Instant.MAX;
        looked = now;
        publisher.see(map);
        shop.save();
        tellLost();
        orders.planning();
        steps = plan(revocations.revoked(), now).steps(map.places());
        orders.want(idsOf(Step.Issue.class));
        var rules = new OrderRules(shop, now);
        for (var step : steps) {
            carryOut(step, rules);
        }
        refusals.see(refused(), granted());
        withdrawals.look(map, ids(), now).ifPresent(this::lookAgain);
        tidy.consider().ifPresent(this::lookAgain);
        judge.keep(map.places(), kept());
        if (!shop.ledger().isSaved()) {
            lookAgain(now.plus(shop.settings().firstRetry()));
        }
    }

    private CertificationPlan plan(Set<String> revoked, Instant now) {
        var memory = new LedgerMemory(shop.ledger(), shop.authority().id(), revoked);
        return new CertificationPlan(judge, policy, memory, now);
    }

    private void carryOut(Step step, OrderRules rules) {
        switch (step) {
            case Step.Issue issue -> {
                recall(issue.wish());
                orders.consider(issue, rules).ifPresent(this::lookAgain);
            }
            case Step.Publish publish -> {
                recall(publish.wish());
                publisher.consider(publish).ifPresent(this::lookAgain);
            }
            case Step.Rest(var wish, var chain, var due) -> {
                shop.remember(
                        Workshop.fresh(wish),
                        entry -> entry.granted(Workshop.owners(wish.places())).settled(chain));
                revocations.mention(wish);
                lookAgain(due);
                advice.consider(wish).ifPresent(this::lookAgain);
            }
            case Step.Refuse _ -> {}
        }
    }

    /// What is remembered of a request learns where it stands now; of one that nothing came of yet, nothing is.
    private void recall(Wish wish) {
        revocations.mention(wish);
        shop.ledger()
                .entry(wish.id())
                .ifPresent(
                        known ->
                                shop.remember(
                                        known,
                                        entry -> entry.granted(Workshop.owners(wish.places()))));
    }

    private void lookAgain(Instant time) {
        next = time.isBefore(next) ? time : next;
    }

    private void tellLost() {
        map.lost().stream()
                .filter(alias -> !lost.contains(alias))
                .forEach(
                        alias ->
                                shop.tell(
                                        new CertifierEvent.AliasLost(
                                                alias.owner(), alias.problem())));
        lost = Set.copyOf(map.lost());
    }

    private Set<String> idsOf(Class<? extends Step> kind) {
        var ids = new HashSet<String>();
        steps.stream().filter(kind::isInstance).forEach(step -> ids.add(step.id()));
        return ids;
    }

    private Set<String> ids() {
        return idsOf(Step.class);
    }

    private Set<String> granted() {
        var ids = new HashSet<String>();
        wishes().forEach(wish -> ids.add(wish.id()));
        return ids;
    }

    private List<Wish> wishes() {
        var wishes = new ArrayList<Wish>();
        for (var step : steps) {
            switch (step) {
                case Step.Issue(var wish, _) -> wishes.add(wish);
                case Step.Publish(var wish, _, _) -> wishes.add(wish);
                case Step.Rest(var wish, _, _) -> wishes.add(wish);
                case Step.Refuse _ -> {}
            }
        }
        return wishes;
    }

    private List<Step.Refuse> refused() {
        return steps.stream()
                .filter(Step.Refuse.class::isInstance)
                .map(Step.Refuse.class::cast)
                .toList();
    }

    private List<IssuedChain> kept() {
        return shop.ledger().entries().stream()
                .flatMap(entry -> entry.chain().stream())
                .map(KeptChain::chain)
                .toList();
    }

    /// {@return when a pass will find something to do even if nothing changes}; long ago before the first.
    public Optional<Instant> next() {
        return Optional.of(next).filter(at -> !at.equals(Instant.MAX));
    }

    /// Waits until nothing is under way any more: no order, no update, no question.
    ///
    /// @return whether that came to be within the limit
    /// @throws InterruptedException if the thread is interrupted
    public boolean awaitQuiet(Duration limit) throws InterruptedException {
        return shop.workers().awaitQuiet(limit);
    }

    /// {@return how all requests stand: those that were there in the last pass, and those that are remembered}
    public synchronized List<RequestStanding> standings() {
        var entries = new LinkedHashMap<String, LedgerEntry>();
        wishes().forEach(wish -> entries.put(wish.id(), Workshop.fresh(wish)));
        shop.ledger().entries().forEach(entry -> entries.put(entry.id(), entry));
        var now = shop.now();
        return entries.values().stream()
                .map(entry -> RequestStanding.of(entry, revocations.revoked(), now))
                .map(one -> orders.isAtWork(one.id()) ? one.in(Phase.ORDERING) : one)
                .sorted(Standings.BY_NAMES)
                .toList();
    }

    /// {@return what a pass would do now}; does nothing, and asks nobody
    public synchronized List<PlannedStep> trial() {
        var now = shop.now();
        var places = map.next(shop.parts().zones().zones());
        var rules = new OrderRules(shop, now);
        return plan(revocations.peek(), now).steps(places.places()).stream()
                .map(step -> planned(step, rules))
                .toList();
    }

    private PlannedStep planned(Step step, OrderRules rules) {
        return switch (step) {
            case Step.Issue(var wish, var why) -> planned(wish, why, rules);
            case Step.Publish(var wish, _, var lacking) ->
                    new PlannedStep.Publish(wish.request(), Workshop.owners(lacking));
            case Step.Rest(var wish, _, var due) ->
                    new PlannedStep.Rest(wish.request(), Workshop.owners(wish.places()), due);
            case Step.Refuse(var asked, var places, var reason) ->
                    new PlannedStep.Refuse(asked.data(), Workshop.owners(places), reason);
        };
    }

    private PlannedStep planned(Wish wish, String why, OrderRules rules) {
        var request = wish.request();
        var owners = Workshop.owners(wish.places());
        return switch (orders.readiness(wish, rules)) {
            case Readiness.Ready _, Readiness.UnderWay _ ->
                    new PlannedStep.Issue(request, owners, why);
            case Readiness.Waiting(var problem, var until) ->
                    new PlannedStep.Wait(request, owners, problem, until);
            case Readiness.Limited(var count, var until) ->
                    new PlannedStep.Wait(
                            request,
                            owners,
                            "it was ordered %s times in the last seven days".formatted(count),
                            until);
        };
    }

    /// Starts nothing any more, and waits for what is under way, 4 seconds at most, and less than the 10 that
    /// container engines give; what takes longer is interrupted, and
    /// carried on by whoever certifies next.
    @Override
    public void close() {
        shop.workers().close();
        try {
            if (!awaitQuiet(END)) {
                shop.workers().interrupt();
                awaitQuiet(INTERRUPTED_END);
            }
        } catch (InterruptedException _) {
            shop.workers().interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
