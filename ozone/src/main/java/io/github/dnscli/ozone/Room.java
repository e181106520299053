package io.github.dnscli.ozone;

import java.util.concurrent.Semaphore;

/// Lets only as much text be judged at once as the heap has room for: many small zones, or one large one.
final class Room {

    /// A zone takes a few times the room of its text while it is judged.
    private static final int HEAP_PER_TEXT = 8;

    private static final int UNIT = 1 << 10;

    private final int units;
    private final Semaphore free;

    Room() {
        this.units = Math.toIntExact(Runtime.getRuntime().maxMemory() / HEAP_PER_TEXT / UNIT);
        this.free = new Semaphore(units, true);
    }

    /// The room that a text has taken.
    @FunctionalInterface
    interface Taken extends AutoCloseable {
        @Override
        void close();
    }

    /// Takes the room for a text, once it is free; a text larger than all of it gets it all.
    ///
    /// @param length in octets
    Taken take(int length) {
        int wanted = Math.min(units, length / UNIT + 1);
        free.acquireUninterruptibly(wanted);
        return () -> free.release(wanted);
    }
}
