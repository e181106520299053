package io.github.dnscli.server.socket;

import io.github.dnscli.server.turn.Connection;
import java.io.IOException;

/// What the listeners hand packets to.
public interface PacketHandler {

    /// Handles a packet, and answers it before it returns. Nothing but an [IOException] is thrown.
    ///
    /// @param packet what came; the handler's from now on
    /// @param from whence, and the way back
    /// @throws IOException if an answer cannot be sent
    void handle(byte[] packet, Connection from) throws IOException;

    /// Hears that a connection has ended.
    default void ended(Connection connection) {}
}
