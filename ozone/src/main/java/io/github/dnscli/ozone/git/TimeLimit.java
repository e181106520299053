package io.github.dnscli.ozone.git;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends a process that keeps somebody waiting for too long: then its output ends, and whoever reads it goes on.
final class TimeLimit implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean exceeded;

    private TimeLimit() {}

    /// {@return the watch over what is being waited for until it is closed}
    static TimeLimit over(Process process, Duration limit) {
        var watch = new TimeLimit();
        Thread.ofVirtual().start(() -> watch.run(process, limit));
        return watch;
    }

    private void run(Process process, Duration limit) {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                exceeded = true;
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// {@return whether the process had to be ended}
    boolean isExceeded() {
        return exceeded;
    }

    @Override
    public void close() {
        done.countDown();
    }
}
