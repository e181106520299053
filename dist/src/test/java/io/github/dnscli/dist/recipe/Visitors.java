package io.github.dnscli.dist.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.dist.installed.Tool;
import io.github.dnscli.testkit.Patience;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Visitors of a web server, one after the other without end, each by a connection of its own.
final class Visitors implements AutoCloseable {

    private final AtomicInteger served = new AtomicInteger();
    private final AtomicReference<Optional<Tool.Run>> turnedAway =
            new AtomicReference<>(Optional.empty());
    private final Thread thread;

    /// Begins.
    ///
    /// @param line what a visitor types
    Visitors(Session shell, String line) {
        thread = Thread.ofVirtual().start(() -> visit(shell, line));
    }

    private void visit(Session shell, String line) {
        try {
            while (!Thread.currentThread().isInterrupted() && turnedAway.get().isEmpty()) {
                var run = shell.type(line);
                if (run.status() == 0) {
                    served.incrementAndGet();
                } else {
                    turnedAway.set(Optional.of(run));
                }
            }
        } catch (Exception _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for some more visits, and sees that each was answered.
    void areAllServed() {
        int before = served.get();
        Patience.until("visits", () -> served.get() > before + 2 || turnedAway.get().isPresent());
        assertThat(turnedAway.get()).isEmpty();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
