package io.github.dnscli.osh.run;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Runs one command after the other, each so that it can be interrupted.
///
/// A command has a virtual thread, whose waits at sockets and in pauses end when it is interrupted. One that does not end
/// for all that is left behind, and heard no more.
public final class Foreground {

    /// What came of a command.
    public sealed interface Outcome {

        /// It ended by itself.
        ///
        /// @param status what it told
        record Ended(ExitStatus status) implements Outcome {}

        /// It was interrupted.
        ///
        /// @param left whether it did not end, and was left behind
        record Interrupted(boolean left) implements Outcome {}
    }

    private record Run(
            Thread thread, CompletableFuture<Outcome> outcome, Gate errors, Gate output) {}

    private final Duration grace;
    private Optional<Run> running = Optional.empty();
    private boolean interrupted;

    /// Runs nothing yet.
    ///
    /// @param grace how long an interrupted command may take to end
    public Foreground(Duration grace) {
        this.grace = grace;
    }

    /// {@return what came of a command; comes back when it has ended, or was interrupted and left behind}
    ///
    /// @param name what it is called
    /// @param words the words behind its name
    public Outcome run(
            String name, Command command, List<String> words, World world, Console console) {
        var run = start(name, command, words, world, console);
        var outcome = run.outcome().join();
        run.errors().shut();
        run.output().shut();
        synchronized (this) {
            running = Optional.empty();
            return interrupted && outcome instanceof Outcome.Ended
                    ? new Outcome.Interrupted(false)
                    : outcome;
        }
    }

    private synchronized Run start(
            String name, Command command, List<String> words, World world, Console console) {
        var errors = new Gate();
        var output = new Gate();
        var through = console.speakingAs(name, output::before, errors::before);
        var outcome = new CompletableFuture<Outcome>();
        var thread =
                Thread.ofVirtual()
                        .name(name)
                        .unstarted(
                                () ->
                                        outcome.complete(
                                                new Outcome.Ended(
                                                        Launcher.launch(
                                                                command, words, world, through))));
        var run = new Run(thread, outcome, errors, output);
        interrupted = false;
        running = Optional.of(run);
        thread.start();
        return run;
    }

    /// Interrupts the command that runs, if one does. Whoever asks twice does not want to wait for it.
    public synchronized void interrupt() {
        running.ifPresent(
                run -> {
                    // What it says of being interrupted is no news.
                    run.errors().shut();
                    run.thread().interrupt();
                    Executor later =
                            interrupted
                                    ? Runnable::run
                                    : CompletableFuture.delayedExecutor(
                                            grace.toMillis(), TimeUnit.MILLISECONDS);
                    interrupted = true;
                    later.execute(() -> run.outcome().complete(new Outcome.Interrupted(true)));
                });
    }

    /// Interrupts the command that runs, as it has been told itself: a second word of the same is no impatience.
    public synchronized void giveUp() {
        if (!interrupted) {
            interrupt();
        }
    }
}
