package io.github.dnscli.server.notify;

import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.server.event.NotifyEvent;
import io.github.dnscli.server.notify.Courier.Errand;
import io.github.dnscli.server.state.NotifySettings;
import io.github.dnscli.server.watch.Counters;
import io.github.dnscli.server.watch.Counters.Count;
import io.github.dnscli.server.watch.Events;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Carries news to recipients, each until it answers or the last pause is over (RFC 1996 §3.5). A few recipients are
/// spoken to at once, and each over one line for all that it has to be told: two thousand zones open no thousands of
/// sockets.
final class NotifySender implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(NotifySender.class.getName());

    private final NotifySettings settings;
    private final InstantSource clock;
    private final Events events;
    private final Counters counters;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Recipient, Courier> couriers = new HashMap<>();
    private final ExecutorService speakers;
    private final ScheduledExecutorService alarm =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("dns-notify").daemon().factory());

    NotifySender(NotifySettings settings, InstantSource clock, Events events, Counters counters) {
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.counters = counters;
        this.speakers =
                Executors.newFixedThreadPool(settings.atOnce(), Thread.ofVirtual().factory());
    }

    /// Tells a recipient, soon and again until it answers.
    void tell(Recipient recipient, News news) {
        lock.lock();
        try {
            couriers.computeIfAbsent(recipient, _ -> new Courier(settings.pauses()))
                    .take(news, System.nanoTime());
            setOut(recipient);
        } finally {
            lock.unlock();
        }
    }

    /// Sends the courier of a recipient out if there is something due, or sets the alarm for later.
    private void setOut(Recipient recipient) {
        var courier = couriers.get(recipient);
        if (courier == null || courier.isOnItsWay()) {
            return;
        }
        if (courier.isIdle()) {
            couriers.remove(recipient);
            return;
        }
        try {
            long wait = courier.next().orElseThrow() - System.nanoTime();
            if (wait <= 0) {
                courier.setOut();
                speakers.execute(() -> speak(recipient, courier));
            } else {
                var _ = alarm.schedule(() -> wake(recipient), wait, TimeUnit.NANOSECONDS);
            }
        } catch (RejectedExecutionException _) {
            couriers.clear(); // closed meanwhile
        }
    }

    private void wake(Recipient recipient) {
        lock.lock();
        try {
            setOut(recipient);
        } finally {
            lock.unlock();
        }
    }

    private void speak(Recipient recipient, Courier courier) {
        try (var exchange = new Exchange(recipient.open(settings), clock, random)) {
            for (var errand = due(courier); errand.isPresent(); errand = due(courier)) {
                end(recipient, courier, errand.get(), ask(exchange, errand.get().news()));
            }
        } catch (IOException silence) {
            giveUp(recipient, silent(courier), String.valueOf(silence.getMessage()));
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "our bug, met when telling of changes", bug);
            giveUp(recipient, silent(courier), "our bug; the log has more");
        } finally {
            comeBack(recipient, courier);
        }
    }

    private static Reply ask(Exchange exchange, News news) throws IOException {
        var notify = Notify.of(news.zone(), news.serial());
        return news.key().isPresent()
                ? exchange.ask(notify, news.key().get())
                : exchange.ask(notify);
    }

    private Optional<Errand> due(Courier courier) {
        lock.lock();
        try {
            return courier.due(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    private List<Errand> silent(Courier courier) {
        lock.lock();
        try {
            return courier.postponeAll(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    private void comeBack(Recipient recipient, Courier courier) {
        lock.lock();
        try {
            courier.comeBack();
            setOut(recipient);
        } finally {
            lock.unlock();
        }
    }

    /// A server that refuses the news will refuse it again. A reply that proves nothing may be a stranger's.
    private void end(Recipient recipient, Courier courier, Errand errand, Reply reply) {
        switch (reply) {
            case Reply.Accepted _ ->
                    settle(recipient, courier, errand, new NotifyEvent.End.Delivered());
            case Reply.Refused refused ->
                    settle(
                            recipient,
                            courier,
                            errand,
                            new NotifyEvent.End.Refused(refused.problem()));
            case Reply.Failed doubtful -> {
                if (postpone(courier, errand)) {
                    giveUp(recipient, List.of(errand), doubtful.problem());
                }
            }
        }
    }

    private void settle(
            Recipient recipient, Courier courier, Errand errand, NotifyEvent.End outcome) {
        lock.lock();
        try {
            courier.settle(errand);
        } finally {
            lock.unlock();
        }
        report(recipient, errand, outcome);
    }

    private boolean postpone(Courier courier, Errand errand) {
        lock.lock();
        try {
            return courier.postpone(errand, System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(Recipient recipient, List<Errand> errands, String reason) {
        for (var errand : errands) {
            report(recipient, errand, new NotifyEvent.End.GivenUp(reason));
        }
    }

    private void report(Recipient recipient, Errand errand, NotifyEvent.End outcome) {
        boolean isHeard = outcome instanceof NotifyEvent.End.Delivered;
        counters.add(isHeard ? Count.NEWS_DELIVERED : Count.NEWS_FAILED);
        var news = errand.news();
        var event =
                new NotifyEvent(
                        news.zone(), news.serial(), recipient.host(), recipient.display(), outcome);
        events.tell(listener -> listener.told(event));
    }

    /// Forgets a recipient that cannot be told any more.
    ///
    /// @param reason why, for people
    void forget(Recipient recipient, String reason) {
        List<Errand> dropped;
        lock.lock();
        try {
            var courier = couriers.remove(recipient);
            dropped = courier == null ? List.of() : courier.drop();
        } finally {
            lock.unlock();
        }
        giveUp(recipient, dropped, reason);
    }

    /// Stops at once.
    @Override
    public void close() {
        alarm.shutdownNow();
        speakers.shutdownNow();
    }
}
