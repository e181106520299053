package io.github.dnscli.common.transport;

import java.io.IOException;
import java.util.function.Supplier;

/// A line to one server, on which one request follows the other. Not for use by several threads at once.
public interface Conversation extends AutoCloseable {

    /// {@return the reply to a request, or what the server sent in its place}
    ///
    /// @param request the octets of a message, 12 to 65535
    /// @throws IOException if none came within the timeout; the message says why, and names the server
    byte[] ask(byte[] request) throws IOException;

    /// {@return the reply to a request that can be made afresh for every attempt}, so that a repetition is signed anew
    ///
    /// @param attempts gives the octets of the request, always with the same id
    /// @throws IOException if none came within the timeout; the message says why, and names the server
    default byte[] ask(Supplier<byte[]> attempts) throws IOException {
        return ask(attempts.get());
    }

    /// {@return whether a reply may have several messages: not when it came by UDP}
    default boolean hasNext() {
        return true;
    }

    /// {@return the next message of a reply that has several, as transfers have}
    ///
    /// @throws IOException if none came within the timeout; the message says why, and names the server
    byte[] next() throws IOException;

    @Override
    void close() throws IOException;
}
