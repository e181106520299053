package io.github.dnscli.cli;

import java.io.InterruptedIOException;
import java.time.Duration;

/// A way to let time pass. Tests make it pass at once.
@FunctionalInterface
public interface Pause {

    /// Returns when the time is over.
    ///
    /// @throws InterruptedIOException if the thread was interrupted
    void pause(Duration time) throws InterruptedIOException;

    /// {@return a pause that sleeps}
    static Pause sleeping() {
        return time -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting");
            }
        };
    }
}
