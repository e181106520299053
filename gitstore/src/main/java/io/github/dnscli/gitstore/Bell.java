package io.github.dnscli.gitstore;

import java.time.Duration;

/// Wakes the keeper. Changes come in bursts, and a burst is let come to its end before the keeper turns to it, if that does
/// not take too long.
final class Bell {

    private final Duration quiet;
    private final Duration longest;
    private boolean wantsFetch;
    private boolean isStopping;
    private boolean hasBurst;
    private long burstBegin;
    private long lastEdit;

    /// Nothing has happened yet.
    ///
    /// @param quiet a burst is over when so long nothing has come
    /// @param longest or when it has lasted so long
    Bell(Duration quiet, Duration longest) {
        this.quiet = quiet;
        this.longest = longest;
    }

    /// A change was journalled.
    synchronized void edited() {
        lastEdit = System.nanoTime();
        if (!hasBurst) {
            hasBurst = true;
            burstBegin = lastEdit;
            notifyAll();
        }
    }

    /// Somebody wants the remote to be asked.
    synchronized void fetch() {
        wantsFetch = true;
        notifyAll();
    }

    /// The keeper shall come to its end.
    synchronized void stop() {
        isStopping = true;
        notifyAll();
    }

    synchronized boolean isStopping() {
        return isStopping;
    }

    /// {@return whether somebody wants the remote to be asked; asked once, it is forgotten}
    synchronized boolean takeFetch() {
        boolean wanted = wantsFetch;
        wantsFetch = false;
        return wanted;
    }

    /// {@return whether there is a burst that is over, or whose end nobody waits for; asked once, it is forgotten}
    synchronized boolean takeBurst() {
        boolean isOver = hasBurst && (isStopping || leftOfBurst() <= 0);
        if (isOver) {
            hasBurst = false;
        }
        return isOver;
    }

    private long leftOfBurst() {
        long now = System.nanoTime();
        return Math.min(lastEdit + quiet.toNanos() - now, burstBegin + longest.toNanos() - now);
    }

    /// Waits until there is something to do.
    ///
    /// @param most how long at the most
    /// @throws InterruptedException if the thread is told not to wait
    synchronized void await(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!wantsFetch && !isStopping) {
            long left = end - System.nanoTime();
            if (hasBurst) {
                left = Math.min(left, leftOfBurst());
            }
            if (left <= 0) {
                return;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    /// Waits, whatever there is to do, unless the keeper shall come to its end.
    ///
    /// @throws InterruptedException if the thread is told not to wait
    synchronized void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !isStopping; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
