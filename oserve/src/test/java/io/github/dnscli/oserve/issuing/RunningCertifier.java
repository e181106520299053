package io.github.dnscli.oserve.issuing;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.oserve.serving.Transcript;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// `oserve certifier`, run within the test as the command line would, until it is told to stop.
final class RunningCertifier implements AutoCloseable {

    private final Transcript log = new Transcript();
    private final CompletableFuture<ExitStatus> status = new CompletableFuture<>();
    private final Thread thread;

    RunningCertifier(World world, List<String> arguments) {
        var console = Console.of("oserve", new Transcript(), log, Terminals.NONE);
        thread =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        status.complete(
                                                Launcher.launch(
                                                        new OserveCommand(),
                                                        arguments,
                                                        world,
                                                        console)));
    }

    /// {@return what it says on standard error}
    Transcript log() {
        return log;
    }

    /// Stops it as an interrupted thread does.
    ExitStatus stop() {
        thread.interrupt();
        return status.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        stop();
    }
}
