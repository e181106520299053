package io.github.dnscli.common.transport;

import java.io.IOException;

/// One connection to a server.
public interface Conversation extends AutoCloseable {

    /// {@return the reply to a message}
    ///
    /// @throws IOException if none came
    byte[] ask(byte[] request) throws IOException;

    /// {@return the next message of a transfer}
    ///
    /// @throws IOException if none came
    byte[] next() throws IOException;

    @Override
    void close() throws IOException;
}
