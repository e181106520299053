package io.github.dnscli.server.watch;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/// Brings events to one listener, in order, on a thread of its own. When too many wait, more are dropped and counted.
///
/// @param <L> what listens
public final class ListenerQueue<L> {

    private static final System.Logger LOG = System.getLogger(ListenerQueue.class.getName());

    private final L listener;
    private final BlockingQueue<Consumer<? super L>> waiting;
    private final LongAdder dropped;
    private final AtomicBoolean isBehind = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closed;

    /// Begins to bring events.
    ///
    /// @param limit how many may wait
    /// @param dropped counts those that were too many
    public ListenerQueue(L listener, int limit, LongAdder dropped) {
        this.listener = listener;
        this.waiting = new ArrayBlockingQueue<>(limit);
        this.dropped = dropped;
        this.thread = Thread.ofPlatform().name("dns-listener").daemon().unstarted(this::bring);
        thread.start();
    }

    /// Brings an event, soon. Never waits.
    ///
    /// @param event calls the listener
    public void tell(Consumer<? super L> event) {
        if (closed) {
            return;
        }
        if (waiting.offer(event)) {
            isBehind.setPlain(false);
            return;
        }
        dropped.increment();
        if (isBehind.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a listener is too slow: events are dropped until it has caught up");
        }
    }

    private void bring() {
        try {
            while (!closed || !waiting.isEmpty()) {
                deliver(waiting.take());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Consumer<? super L> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException | Error fault) {
            LOG.log(System.Logger.Level.ERROR, "a listener failed", fault);
        }
    }

    /// Takes no more events; those that came are still brought.
    void end() {
        closed = true;
        // Wakes a thread that waits for an event. Where there is no room for this, it does not
        // wait.
        var _ = waiting.offer(_ -> {});
    }

    /// Waits until all events are brought, after the end. A listener that comes here by closing its server does not wait
    /// for itself.
    ///
    /// @param limit how long to wait at the most
    /// @throws InterruptedException if the calling thread is told not to wait
    void await(Duration limit) throws InterruptedException {
        if (!Thread.currentThread().equals(thread) && limit.isPositive()) {
            thread.join(limit);
        }
    }
}
