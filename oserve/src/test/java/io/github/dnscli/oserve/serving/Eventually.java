package io.github.dnscli.oserve.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for what must come, however slow the machine is.
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Eventually() {}

    /// Waits until a condition holds, and fails if it never does.
    public static void isTrue(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call() && System.nanoTime() - end < 0) {
            Thread.sleep(5);
        }
        assertThat(condition.call()).as(what).isTrue();
    }
}
