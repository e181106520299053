package io.github.dnscli.oserve.database;

import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Remembers what it hears of a database, and can be waited on.
final class HeardEvents implements DatabaseListener {

    private static final int SECONDS = 30;

    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

    @Override
    public void happened(ReadingEvent event) {
        events.add(event);
    }

    @Override
    public void happened(GitEvent event) {
        events.add(event);
    }

    @Override
    public void unreadable(IOException trouble) {
        events.add(trouble);
    }

    /// {@return the next event of a kind; those before it are forgotten}
    <T> T await(Class<T> kind) throws InterruptedException {
        while (true) {
            var event = events.poll(SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no " + kind.getSimpleName() + " came");
            }
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }
}
