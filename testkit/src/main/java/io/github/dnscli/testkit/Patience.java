package io.github.dnscli.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits for what others do and tell nobody of.
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(10);

    /// What is waited for.
    ///
    /// @param <E> what a look at it may throw
    @FunctionalInterface
    public interface Condition<E extends Exception> {

        /// {@return whether it has come}
        ///
        /// @throws E if that cannot be told
        boolean holds() throws E;
    }

    private Patience() {}

    /// Waits for a condition, half a minute at most.
    ///
    /// @param <E> what a look at it may throw
    /// @param what is waited for, for the message of the failure
    /// @throws E if the condition cannot be looked at
    public static <E extends Exception> void until(String what, Condition<E> condition) throws E {
        until(what, LIMIT, condition);
    }

    /// Waits for a condition.
    ///
    /// @param <E> what a look at it may throw
    /// @param what is waited for, for the message of the failure
    /// @param limit how long at most
    /// @throws E if the condition cannot be looked at
    public static <E extends Exception> void until(
            String what, Duration limit, Condition<E> condition) throws E {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
