package io.github.dnscli.server.notify;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Notify;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.NotifyTarget;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Tells other servers of changes, each until it answers or the last pause is over (RFC 1996 §3.5). News of a zone
/// takes the place of older news that has not arrived.
public final class NotifySender implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(NotifySender.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5));

    private record Errand(DomainName zone, NotifyTarget target) {}

    private final NotifyPlan plan;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<Errand, Thread> under = new ConcurrentHashMap<>();

    public NotifySender(NotifyPlan plan, InstantSource clock) {
        this.plan = plan;
        this.clock = clock;
    }

    public void announce(Zone zone) {
        var serial = zone.serial().orElseThrow();
        for (var target : plan.targetsFor(zone)) {
            var errand = new Errand(zone.origin(), target);
            var runner = Thread.ofVirtual().unstarted(() -> run(errand, serial));
            var older = under.put(errand, runner);
            if (older != null) {
                older.interrupt();
            }
            runner.start();
        }
    }

    private void run(Errand errand, Serial serial) {
        try {
            for (var pause : PAUSES) {
                if (arrives(errand, serial)) {
                    return;
                }
                Thread.sleep(pause);
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    "gave up telling {0} that zone {1} has serial {2}",
                    errand.target().server(),
                    errand.zone().display(),
                    serial.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            under.remove(errand, Thread.currentThread());
        }
    }

    /// Any reply that belongs to the request ends the errand: a server that refuses the news will refuse it again.
    private boolean arrives(Errand errand, Serial serial) {
        var target = errand.target();
        var news = Notify.of(errand.zone(), serial);
        try (var exchange =
                Exchange.open(Transport.udpThenTcp(), target.server(), TIMEOUT, clock, random)) {
            var reply =
                    target.key().isPresent()
                            ? exchange.ask(news, target.key().get())
                            : exchange.ask(news);
            if (reply instanceof Reply.Failed failed) {
                log(errand, failed.problem());
            }
            return reply instanceof Reply.Accepted || reply instanceof Reply.Refused;
        } catch (IOException e) {
            log(errand, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static void log(Errand errand, String problem) {
        LOG.log(
                System.Logger.Level.DEBUG,
                "news of zone {0} for {1}: {2}",
                errand.zone().display(),
                errand.target().server(),
                problem);
    }

    @Override
    public void close() {
        under.values().forEach(Thread::interrupt);
    }
}
