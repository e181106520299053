package io.github.dnscli.server.secondary;

import static org.assertj.core.api.Assertions.fail;

import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.event.ServerListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// What a server has told of its secondary zones.
final class EventLog implements ServerListener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<SecondaryEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void secondary(SecondaryEvent event) {
        events.add(event);
    }

    List<SecondaryEvent> all() {
        return List.copyOf(events);
    }

    void forget() {
        events.clear();
    }

    /// Waits until an event has come.
    <E extends SecondaryEvent> E await(Class<E> kind) {
        return await(kind, _ -> true);
    }

    <E extends SecondaryEvent> E await(Class<E> kind, Predicate<E> which) {
        until(() -> events.stream().anyMatch(e -> kind.isInstance(e) && which.test(kind.cast(e))));
        return events.stream()
                .filter(e -> kind.isInstance(e) && which.test(kind.cast(e)))
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    /// Waits until something is so.
    void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                fail("waited in vain; events: " + events);
            }
            pause(Duration.ofMillis(10));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
