package io.github.dnscli.oserve.serving;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.OserveCommand;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A command of `oserve` that runs within the test until it is stopped.
public final class RunningCommand implements AutoCloseable {

    private final Transcript output = new Transcript();
    private final Transcript log = new Transcript();
    private final CompletableFuture<ExitStatus> status = new CompletableFuture<>();
    private final Thread thread;

    /// Starts it.
    ///
    /// @param arguments what stands behind `oserve` on the command line
    public RunningCommand(World world, String... arguments) {
        var console = Console.of("oserve", output, log, Terminals.NONE);
        thread =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        status.complete(
                                                Launcher.launch(
                                                        new OserveCommand(),
                                                        List.of(arguments),
                                                        world,
                                                        console)));
        var _ = status.thenAccept(_ -> output.end());
    }

    /// {@return what it says on standard output}
    public Transcript output() {
        return output;
    }

    /// {@return what it says on standard error}
    public Transcript log() {
        return log;
    }

    /// Stops it as an interrupted thread does.
    public ExitStatus stop() {
        thread.interrupt();
        return status.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        stop();
    }
}
