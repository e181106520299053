package io.github.dnscli.oserve.log;

import java.util.List;

/// Where events are written.
public interface Log {

    /// Writes an event. Called by any thread.
    void write(LogEvent event);

    /// Writes events that belong together.
    default void write(List<LogEvent> events) {
        events.forEach(this::write);
    }
}
