package io.github.dnscli.server.watch;

import io.github.dnscli.server.event.QueryEvent;
import io.github.dnscli.server.event.QueryListener;
import io.github.dnscli.server.event.ServerListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// All who listen to one server.
public final class Events {

    private final List<ListenerQueue<ServerListener>> listeners;
    private final List<ListenerQueue<QueryListener>> queryListeners;

    /// Begins to tell.
    ///
    /// @param limit how many events may wait for each
    /// @param dropped counts those that were too many
    public Events(
            List<ServerListener> listeners,
            List<QueryListener> queryListeners,
            int limit,
            LongAdder dropped) {
        this.listeners =
                listeners.stream()
                        .map(listener -> new ListenerQueue<>(listener, limit, dropped))
                        .toList();
        this.queryListeners =
                queryListeners.stream()
                        .map(listener -> new ListenerQueue<>(listener, limit, dropped))
                        .toList();
    }

    /// Tells all listeners, soon and in order. Never waits.
    ///
    /// @param event calls a listener
    public void tell(Consumer<? super ServerListener> event) {
        for (var listener : listeners) {
            listener.tell(event);
        }
    }

    /// {@return whether anybody wants to know of anything but queries}
    public boolean hasListeners() {
        return !listeners.isEmpty();
    }

    /// {@return whether anybody wants to know of queries}
    public boolean wantQueries() {
        return !queryListeners.isEmpty();
    }

    /// Tells all who want to know of queries. Never waits.
    public void answered(QueryEvent query) {
        for (var listener : queryListeners) {
            listener.tell(ear -> ear.answered(query));
        }
    }

    /// Takes no more events; those that came are still brought.
    public void end() {
        listeners.forEach(ListenerQueue::end);
        queryListeners.forEach(ListenerQueue::end);
    }

    /// Takes no more events, and waits until those that came are brought.
    ///
    /// @param timeLeft tells how long to wait at the most, asked before each wait
    /// @throws InterruptedException if the calling thread is told not to wait
    public void close(Supplier<Duration> timeLeft) throws InterruptedException {
        end();
        for (var listener : listeners) {
            listener.await(timeLeft.get());
        }
        for (var listener : queryListeners) {
            listener.await(timeLeft.get());
        }
    }
}
