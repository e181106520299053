package io.github.dnscli.server.turn;

import io.github.dnscli.server.state.Peer;
import java.io.IOException;

/// The way back to a client. A TCP connection can also carry messages that the client did not ask for.
public interface Connection {

    /// {@return who is at the other end}
    Peer peer();

    /// Sends one message, between those of others.
    ///
    /// @throws IOException if it cannot be sent soon; the connection is closed then
    void send(byte[] message) throws IOException;

    /// {@return whether it can still carry messages}
    boolean isOpen();
}
