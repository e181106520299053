package io.github.dnscli.oserve.serving;

import java.io.Closeable;
import sun.misc.Signal;

/// SIGHUP, by which operators ask a server to read its files again.
public final class HangUp implements Closeable {

    private final Runnable undo;

    private HangUp(Runnable undo) {
        this.undo = undo;
    }

    /// Has something done at each signal, on a thread of its own, until the result is closed. What the JVM does by itself
    /// is to end the process; and so it goes on where there is no such signal, or the JVM was told to leave signals alone.
    ///
    /// @return what ends it
    public static HangUp react(Runnable reaction) {
        try {
            var signal = new Signal("HUP");
            var before = Signal.handle(signal, _ -> reaction.run());
            return new HangUp(() -> Signal.handle(signal, before));
        } catch (IllegalArgumentException _) {
            return new HangUp(() -> {});
        }
    }

    /// Lets the signal do what it did before.
    @Override
    public void close() {
        undo.run();
    }
}
