package io.github.dnscli.oserve.certifier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Has a pass made whenever a bell has rung since the last one began, or its time has come.
///
/// Between two passes there is a pause of 20 ms at least, and of as long as the last one took: a burst of changes becomes
/// one pass, and however many zones there are, half of the time is left for other things.
final class PassLoop implements AutoCloseable {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

    /// Clocks are set now and then, and other processes leave marks in the state: that is looked at by then at the latest.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /// After a bug, so that it does not fill the log.
    private static final Duration PAUSE_AFTER_BUG = Duration.ofSeconds(30);

    private static final Duration LONGEST_PASS = Duration.ofSeconds(30);

    private final Runnable pass;
    private final Supplier<Optional<Instant>> next;
    private final Consumer<Throwable> bugs;
    private final InstantSource clock;
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    private PassLoop(
            Runnable pass,
            Supplier<Optional<Instant>> next,
            Consumer<Throwable> bugs,
            InstantSource clock) {
        this.pass = pass;
        this.next = next;
        this.bugs = bugs;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("certifier").daemon().unstarted(this::run);
    }

    /// {@return a loop whose first pass begins at once}
    ///
    /// @param next when there is to be a pass even if nobody rings
    /// @param bugs hears of what a pass threw; there is another one half a minute later
    static PassLoop start(
            Runnable pass,
            Supplier<Optional<Instant>> next,
            Consumer<Throwable> bugs,
            InstantSource clock) {
        var loop = new PassLoop(pass, next, bugs, clock);
        loop.ring();
        loop.thread.start();
        return loop;
    }

    /// Asks for a pass; returns at once.
    void ring() {
        bell.release();
    }

    private void run() {
        try {
            do {
                await();
            } while (over.getCount() > 0 && !rest(passOnce()));
        } catch (InterruptedException _) {
            // The end.
        }
    }

    private void await() throws InterruptedException {
        var now = clock.instant();
        var wait =
                next.get()
                        .map(time -> Duration.between(now, time))
                        .filter(time -> time.compareTo(LONGEST_WAIT) < 0)
                        .orElse(LONGEST_WAIT);
        if (wait.isPositive()) {
            var _ = bell.tryAcquire(wait.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
        bell.drainPermits();
    }

    private Duration passOnce() {
        long start = System.nanoTime();
        try {
            pass.run();
        } catch (RuntimeException | StackOverflowError bug) {
            bugs.accept(bug);
            return PAUSE_AFTER_BUG;
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// {@return whether the end came meanwhile}
    private boolean rest(Duration took) throws InterruptedException {
        var pause = took.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : took;
        return over.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Makes no further pass, and waits for the one under way, which is not interrupted: it may be writing.
    @Override
    public void close() {
        over.countDown();
        ring();
        try {
            thread.join(LONGEST_PASS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
