package io.github.dnscli.gitstore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What a store has told, to be waited for.
final class HeardEvents implements Consumer<GitEvent> {

    private static final long LIMIT = 20_000;

    private final List<GitEvent> events = new ArrayList<>();
    private int looked;

    @Override
    public synchronized void accept(GitEvent event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<GitEvent> all() {
        return List.copyOf(events);
    }

    /// {@return the next event of a kind that nobody has waited for; those before it are passed over}
    synchronized <T extends GitEvent> T await(Class<T> kind, Predicate<T> wanted) {
        long end = System.currentTimeMillis() + LIMIT;
        while (true) {
            for (; looked < events.size(); looked++) {
                if (kind.isInstance(events.get(looked))
                        && wanted.test(kind.cast(events.get(looked)))) {
                    return kind.cast(events.get(looked++));
                }
            }
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("no " + kind.getSimpleName() + " among " + events);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    <T extends GitEvent> T await(Class<T> kind) {
        return await(kind, _ -> true);
    }
}
