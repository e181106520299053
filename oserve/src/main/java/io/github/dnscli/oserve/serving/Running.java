package io.github.dnscli.oserve.serving;

import java.net.InetSocketAddress;
import java.util.List;

/// A server that runs until somebody closes it.
public interface Running extends AutoCloseable {

    /// {@return where it listens, with true ports}
    List<InetSocketAddress> addresses();

    /// Waits until somebody closes the server.
    ///
    /// @throws InterruptedException if the thread is told not to wait any longer
    void awaitClose() throws InterruptedException;

    /// Stops the server; a second call does nothing.
    @Override
    void close();
}
