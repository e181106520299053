package io.github.dnscli.cli.progress;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ticks from a thread of its own, since those that work, or wait, do nothing else.
final class TickingThread implements Drawing.Ticking {

    private static final long FIRST_MS = 1000;
    private static final long NEXT_MS = 500;

    private final CountDownLatch end = new CountDownLatch(1);
    private final Runnable tick;

    private TickingThread(Runnable tick) {
        this.tick = tick;
    }

    static Drawing.Ticking start(Runnable tick) {
        var ticking = new TickingThread(tick);
        Thread.ofPlatform().daemon().name("progress").start(ticking::run);
        return ticking;
    }

    private void run() {
        try {
            long pause = FIRST_MS;
            while (!end.await(pause, TimeUnit.MILLISECONDS)) {
                tick.run();
                pause = NEXT_MS;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // whoever interrupts it wants no line
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}
