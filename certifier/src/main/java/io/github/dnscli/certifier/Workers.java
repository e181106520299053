package io.github.dnscli.certifier;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Threads that do what takes time, and when the last of them is done.
final class Workers {

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Runnable ended;
    private int underWay;
    private boolean closed;
    private volatile boolean interrupted;

    /// Makes workers.
    ///
    /// @param ended what to do whenever work has ended, on its thread
    Workers(Runnable ended) {
        this.ended = ended;
    }

    /// Starts work, unless all work is to end.
    ///
    /// @param name for whoever looks at threads
    /// @param left what to do if it is not even started
    void start(String name, Runnable work, Runnable left) {
        synchronized (this) {
            if (!closed) {
                underWay++;
                Thread.ofVirtual().name("certifier " + name).start(() -> run(work));
                return;
            }
        }
        left.run();
    }

    private void run(Runnable work) {
        threads.add(Thread.currentThread());
        try {
            work.run();
        } finally {
            threads.remove(Thread.currentThread());
            ended.run();
            end();
        }
    }

    private synchronized void end() {
        underWay--;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /// {@return whether nothing is under way any more within a time}
    synchronized boolean awaitQuiet(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (underWay > 0) {
            long rest = end - System.nanoTime();
            if (rest <= 0) {
                return false;
            }
            wait(rest / 1_000_000, (int) (rest % 1_000_000));
        }
        return true;
    }

    /// Starts nothing any more.
    synchronized void close() {
        closed = true;
    }

    /// {@return whether whoever was still at work has been interrupted}: what comes of their work then says nothing.
    boolean isInterrupted() {
        return interrupted;
    }

    /// Interrupts whoever is still at work.
    void interrupt() {
        interrupted = true;
        threads.forEach(Thread::interrupt);
    }
}
