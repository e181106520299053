package io.github.dnscli.cli.progress;

import java.util.Optional;

/// Draws on a terminal that somebody else has, and cares for.
///
/// @param known the terminal
record LentDrawing(Screen known) implements Drawing {

    @Override
    public Optional<Screen> screen() {
        return Optional.of(known);
    }

    @Override
    public Ticking ticking(Runnable tick) {
        return TickingThread.start(tick);
    }

    @Override
    public void atExit(Runnable last) {}
}
