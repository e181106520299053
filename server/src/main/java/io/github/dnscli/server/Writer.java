package io.github.dnscli.server;

import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.server.notify.Announcer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.ZoneChange;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import io.github.dnscli.server.update.AnsweredUpdates;
import io.github.dnscli.server.watch.Counters;
import io.github.dnscli.server.watch.Counters.Count;
import io.github.dnscli.server.watch.Events;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// What is served, and who may replace it: one at a time. Whoever reads it never waits.
final class Writer {

    private final AtomicReference<ServerState> state;
    private final ReentrantLock writing = new ReentrantLock();
    private final AnsweredUpdates answered = new AnsweredUpdates(AnsweredUpdates.MOST);
    private final ZoneStore store;
    private final Announcer announcer;
    private final Events events;
    private final Counters counters;

    Writer(
            ServerState state,
            ZoneStore store,
            Announcer announcer,
            Events events,
            Counters counters) {
        this.state = new AtomicReference<>(state);
        this.store = store;
        this.announcer = announcer;
        this.events = events;
        this.counters = counters;
    }

    /// {@return what is served right now}
    ServerState state() {
        return Objects.requireNonNull(state.get());
    }

    /// Tells of all that is served.
    void announce() {
        writing.lock();
        try {
            var all = state();
            all.zones().values().forEach(zone -> announcer.announce(all, zone));
        } finally {
            writing.unlock();
        }
    }

    /// Makes a new state of the current one, and tells of what differs.
    void change(UnaryOperator<ServerState> change) {
        writing.lock();
        try {
            var before = state();
            var after = change.apply(before);
            state.set(after);
            announcer.moved(before, after);
        } finally {
            writing.unlock();
        }
    }

    /// Evaluates an update against what is served, when its turn has come, and commits what it proposes. One that was
    /// answered before is answered as it was then.
    ///
    /// @param turn the request with the state it met at first, which may have been replaced since
    /// @return what it comes to; never a proposal
    Effect commit(Turn turn) {
        writing.lock();
        try {
            var current = state();
            if (!isKeyUnchanged(turn, current)) {
                return turn.refuse(Rcode.REFUSED, "the key was replaced while the update waited");
            }
            return answered.repetition(turn)
                    .orElseGet(() -> answered.remembered(turn, evaluate(turn.with(current))));
        } finally {
            writing.unlock();
        }
    }

    private Effect evaluate(Turn turn) {
        return switch (Responder.effect(turn)) {
            case Effect.Proposal(var change, var accepted, var failed) ->
                    new Effect.Answer(save(change) ? accepted : failed.get());
            case Effect other -> other;
        };
    }

    private static boolean isKeyUnchanged(Turn turn, ServerState current) {
        return turn.signature()
                .map(Verified.Good::key)
                .filter(key -> current.key(key.name()).filter(key::equals).isEmpty())
                .isEmpty();
    }

    private boolean save(ZoneChange change) {
        try {
            store.save(change);
        } catch (IOException | RuntimeException e) {
            events.tell(listener -> listener.unsaved(change, e));
            return false;
        }
        var after = state().with(change);
        state.set(after);
        announcer.announce(after, change.after());
        counters.add(Count.UPDATES);
        events.tell(listener -> listener.updated(change));
        return true;
    }

    /// Waits until nothing is being changed, so that no update is left half-stored.
    ///
    /// @param limit how long to wait at the most
    /// @throws InterruptedException if the calling thread is told not to wait
    void rest(Duration limit) throws InterruptedException {
        if (writing.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            writing.unlock();
        }
    }
}
