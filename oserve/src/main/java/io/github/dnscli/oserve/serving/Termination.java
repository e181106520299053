package io.github.dnscli.oserve.serving;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.finding.IoTrouble;
import java.io.IOException;
import java.net.BindException;

/// The life of a server that runs until the process is told to stop.
public final class Termination {

    /// A way to get a server.
    @FunctionalInterface
    public interface Start {

        /// {@return a server that listens and serves}
        ///
        /// @throws IOException if it cannot be had
        Running start() throws IOException;
    }

    private Termination() {}

    /// Starts a server, says on standard output where it listens, for programs that wait for it, and stays until it is
    /// closed, which a signal to the process does, or until the thread is interrupted.
    ///
    /// @return yes if it was stopped, which is no failure; otherwise what to tell the shell
    /// @throws IOException if the server cannot be had
    public static ExitStatus await(Start start, Console console) throws IOException {
        try (var server = start.start()) {
            return await(server, console);
        } catch (BindException e) {
            console.error(IoTrouble.describe(e));
            console.hint(
                    "'--listen' says where to listen; a port below 1024 takes the right to it, such as"
                            + " CAP_NET_BIND_SERVICE");
            return ExitStatus.UNKNOWN;
        }
    }

    private static ExitStatus await(Running server, Console console) {
        var hook = Thread.ofPlatform().name("stop").unstarted(server::close);
        Runtime.getRuntime().addShutdownHook(hook);
        // Only now: whoever reads it may stop the process at once.
        server.addresses().stream()
                .map(ListenOption::of)
                .forEach(address -> console.answer("listening on " + address));
        try {
            server.awaitClose();
        } catch (InterruptedException _) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        return ExitStatus.YES;
    }
}
