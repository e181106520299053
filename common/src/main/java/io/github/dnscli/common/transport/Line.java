package io.github.dnscli.common.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A TCP connection that stands, on which both sides may speak unasked: a server that is to tell of changes does so on the
/// connection of a client it could not reach otherwise. One thread may receive while another closes the line.
public interface Line extends AutoCloseable {

    /// {@return a line to a server}
    ///
    /// @param timeout for connecting, and afresh for each message once it has begun; more than zero
    /// @throws IOException if the server cannot be reached in that time; the message names it
    static Line open(ServerAddress server, Duration timeout) throws IOException {
        return TcpConversation.connect(server, timeout);
    }

    /// Sends a message.
    ///
    /// @param message its octets, at most 65535
    /// @throws IOException if the line is broken; the message names the server
    void send(byte[] message) throws IOException;

    /// {@return the next message; empty if none has begun to come}
    ///
    /// @param patience how long to wait for its beginning; more than zero
    /// @throws IOException if the line is broken or closed, or a message breaks off; the message names the server
    Optional<byte[]> receive(Duration patience) throws IOException;

    @Override
    void close() throws IOException;
}
