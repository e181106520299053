package io.github.dnscli.server;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.TransferEvent;
import io.github.dnscli.server.event.TransferEvent.End;
import io.github.dnscli.server.state.TransferLimits;
import io.github.dnscli.server.turn.Connection;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import io.github.dnscli.server.watch.Counters;
import io.github.dnscli.server.watch.Counters.Count;
import io.github.dnscli.server.watch.Events;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The transfers that are under way. Those that are too many wait for their turn, in the order they came.
final class OutgoingTransfers {

    private final TransferLimits limits;
    private final Semaphore places;
    private final Events events;
    private final Counters counters;

    OutgoingTransfers(TransferLimits limits, Events events, Counters counters) {
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce(), true);
        this.events = events;
        this.counters = counters;
    }

    /// Sends the messages of a transfer, each when the client has taken those before it.
    ///
    /// @param turn the request
    /// @param messages what it leads to
    /// @throws IOException if the connection broke, or took too long
    void send(Turn turn, Iterator<Effect.Wire> messages, Connection client) throws IOException {
        if (!hasTurn()) {
            counters.add(Count.BROKEN_TRANSFERS);
            events.tell(
                    listener -> listener.refused(turn.peer(), "too many transfers are under way"));
            client.send(later(turn));
            return;
        }
        try {
            new Run(turn, client).send(messages);
        } finally {
            places.release();
        }
    }

    private boolean hasTurn() {
        try {
            return places.tryAcquire(limits.turn().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] later(Turn turn) {
        var reason =
                new ExtendedError(
                        ExtendedError.OTHER, "too many transfers are under way; come again later");
        var reply =
                turn.request()
                        .reply(Rcode.SERVFAIL)
                        .withEdns(turn.request().edns().map(_ -> Edns.DEFAULT.with(reason)));
        return turn.seal(reply).octets();
    }

    /// One transfer.
    private final class Run {

        private final Turn turn;
        private final Connection client;
        private final long begin = System.nanoTime();
        private long octets;

        Run(Turn turn, Connection client) {
            this.turn = turn;
            this.client = client;
        }

        void send(Iterator<Effect.Wire> messages) throws IOException {
            try {
                while (messages.hasNext()) {
                    byte[] message = messages.next().octets();
                    client.send(message);
                    octets += message.length;
                    check(messages);
                }
                end(new End.Complete());
            } catch (IOException | RuntimeException broken) {
                end(new End.Broken(String.valueOf(broken.getMessage())));
                throw broken;
            }
        }

        private void check(Iterator<Effect.Wire> messages) throws IOException {
            if (messages.hasNext() && !client.isOpen()) {
                throw new IOException("the connection is closing");
            }
            if (messages.hasNext() && elapsed().compareTo(limits.time()) > 0) {
                throw new IOException("it took longer than " + limits.time().toSeconds() + " s");
            }
        }

        private Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - begin);
        }

        private void end(End end) {
            boolean isComplete = end instanceof End.Complete;
            counters.add(isComplete ? Count.TRANSFERS : Count.BROKEN_TRANSFERS);
            var event = event(end);
            events.tell(listener -> listener.transferred(event));
        }

        private TransferEvent event(End end) {
            var zone = turn.request().question().orElseThrow().name();
            return new TransferEvent(
                    zone, serial(zone), turn.peer(), turn.keyName(), octets, elapsed(), end);
        }

        private Serial serial(DomainName zone) {
            return turn.state().zone(zone).flatMap(Zone::serial).orElseThrow();
        }
    }
}
