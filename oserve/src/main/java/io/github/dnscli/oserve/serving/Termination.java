package io.github.dnscli.oserve.serving;

import io.github.dnscli.cli.ExitStatus;

/// The end of a server that runs until the process is told to stop.
public final class Termination {

    private Termination() {}

    /// Waits until the server is closed, which a signal to the process does, or until the thread is interrupted.
    ///
    /// @return yes: being stopped is no failure
    public static ExitStatus await(Running server) {
        var hook = Thread.ofPlatform().name("stop").unstarted(server::close);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            server.awaitClose();
        } catch (InterruptedException _) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        return ExitStatus.YES;
    }
}
