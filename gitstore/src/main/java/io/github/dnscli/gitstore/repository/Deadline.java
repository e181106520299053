package io.github.dnscli.gitstore.repository;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Interrupts the thread that opened it if it is not closed in time: for waits of a library's that have no limit of their
/// own, or too long a one.
final class Deadline implements AutoCloseable {

    private final Thread waiting = Thread.currentThread();
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean isOver;

    static Deadline in(Duration limit) {
        var deadline = new Deadline();
        Thread.ofVirtual().name("deadline").start(() -> deadline.watch(limit));
        return deadline;
    }

    private void watch(Duration limit) {
        try {
            if (!end.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void interrupt() {
        if (end.getCount() > 0) {
            isOver = true;
            waiting.interrupt();
        }
    }

    /// Whether it was not closed in time.
    synchronized boolean isOver() {
        return isOver;
    }

    @Override
    public synchronized void close() {
        end.countDown();
        if (isOver) {
            Thread.interrupted();
        }
    }
}
