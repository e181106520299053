package io.github.dnscli.cli.progress;

import java.util.Optional;

/// Draws on the terminal of this process.
record ProcessDrawing() implements Drawing {

    @Override
    public Optional<Screen> screen() {
        return JlineScreen.ofProcess();
    }

    @Override
    public Ticking ticking(Runnable tick) {
        return TickingThread.start(tick);
    }

    @Override
    public void atExit(Runnable last) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(last, "progress-end"));
        } catch (IllegalStateException _) {
            last.run(); // the process is ending already
        }
    }
}
