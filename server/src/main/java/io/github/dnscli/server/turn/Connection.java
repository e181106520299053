package io.github.dnscli.server.turn;

import io.github.dnscli.server.state.Peer;
import java.io.IOException;

/// The way back to a client. A TCP connection can also carry messages that the client did not ask for.
public interface Connection {

    /// {@return who is at the other end}
    Peer peer();

    /// Sends one message, between those of others.
    ///
    /// @throws IOException if it cannot be sent soon, because the client does not read, or is being answered at length
    void send(byte[] message) throws IOException;

    /// {@return whether it may carry further messages; no longer once the client has gone, or the server is closing}
    boolean isOpen();

    /// Lets it stand idle for longer from now on: the server will have something to say.
    void keep();
}
