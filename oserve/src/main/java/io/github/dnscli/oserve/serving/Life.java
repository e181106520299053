package io.github.dnscli.oserve.serving;

import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// The parts of a server, which end together: the last that was begun first.
public final class Life {

    private final Log log;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    /// Begins, without any part.
    public Life(Log log) {
        this.log = log;
    }

    /// Has one more part.
    public void have(AutoCloseable part) {
        parts.push(part);
    }

    /// Waits for the end.
    ///
    /// @throws InterruptedException if the thread is told not to wait any longer
    public void await() throws InterruptedException {
        ended.await();
    }

    /// Ends all parts, and says so; a second call does nothing.
    public void end() {
        if (isOver.compareAndSet(false, true)) {
            abandon();
            log.write(LogEvent.info("stopped", "stopped"));
            ended.countDown();
        }
    }

    /// Ends the parts there are, of a server that could not be had.
    public void abandon() {
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception trouble) {
            log.write(
                    LogEvent.warning("not-closed", "not closed properly: " + trouble.getMessage()));
        }
    }
}
