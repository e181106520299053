package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.ExitStatus;

/// The end of a server that runs until the process is told to stop.
final class Termination {

    private Termination() {}

    /// Waits until the server is closed, which a signal to the process does, or until the thread is interrupted.
    ///
    /// @return yes: being stopped is no failure
    static ExitStatus await(Primary primary) {
        var hook = Thread.ofPlatform().name("stop").unstarted(primary::close);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            primary.awaitClose();
        } catch (InterruptedException _) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        return ExitStatus.YES;
    }
}
