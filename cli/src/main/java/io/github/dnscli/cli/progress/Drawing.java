package io.github.dnscli.cli.progress;

import java.util.Optional;

/// Where lines are drawn, and when.
public interface Drawing {

    /// Lines that are drawn now and then.
    interface Ticking extends AutoCloseable {

        /// Ends it. A tick that has begun may still go on.
        @Override
        void close();
    }

    /// {@return the terminal}; empty if nothing can be drawn on it. It is asked when there is a line to draw, not before,
    /// and may take a while to answer
    Optional<Screen> screen();

    /// Has something done in a second, and then twice a second.
    Ticking ticking(Runnable tick);

    /// Has something done when the process ends before it has ended by itself.
    void atExit(Runnable last);

    /// {@return drawing on the terminal of this process}
    static Drawing real() {
        return new ProcessDrawing();
    }

    /// {@return drawing on a terminal that is known already, whose owner cares for what interrupts the work: as a shell
    /// does that runs commands within itself}
    static Drawing on(Screen screen) {
        return new LentDrawing(screen);
    }
}
