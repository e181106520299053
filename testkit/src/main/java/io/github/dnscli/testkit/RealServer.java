package io.github.dnscli.testkit;

import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;

/// A name server of others, running on loopback in a temporary folder of its own until it is closed.
public abstract sealed class RealServer implements AutoCloseable
        permits NamedServer, KnotServer, NsdServer, PdnsServer {

    private final ServerProcess process;

    RealServer(ServerProcess process) {
        this.process = process;
    }

    final ServerProcess process() {
        return process;
    }

    /// {@return where it listens}
    public final ServerAddress address() {
        return process.address();
    }

    /// {@return what it has printed so far}
    ///
    /// @throws IOException if that cannot be read
    public final String output() throws IOException {
        return process.output();
    }

    /// {@return the number of its process, for measurements and signals}
    public final long pid() {
        return process.pid();
    }

    @Override
    public final void close() throws IOException {
        process.close();
    }
}
