package io.github.dnscli.testkit;

import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import java.io.IOException;
import java.util.function.UnaryOperator;

/// What a scripted peer does with a client.
@FunctionalInterface
public interface Script {

    /// The line to one client: a TCP connection, or one datagram and what goes back to its sender.
    interface Line {

        /// {@return the next request}
        ///
        /// @throws IOException if the client is gone
        byte[] receive() throws IOException;

        /// Sends a message.
        ///
        /// @throws IOException if the client is gone
        void send(byte[] message) throws IOException;

        /// Sends octets as they are, without the length that TCP wants before a message.
        ///
        /// @throws IOException if the client is gone
        void sendRaw(byte[] octets) throws IOException;
    }

    /// Serves one client; the line is closed afterwards.
    ///
    /// @throws IOException if the client is gone
    void serve(Line line) throws IOException;

    /// {@return a script that answers every request with what an operator makes of it}
    static Script answering(UnaryOperator<byte[]> answer) {
        return line -> {
            while (true) {
                line.send(answer.apply(line.receive()));
            }
        };
    }

    /// {@return a script that answers every request, unsigned, with what an operator makes of its message}
    static Script replying(UnaryOperator<Message> answer) {
        return answering(request -> MessageCodec.encode(answer.apply(message(request))));
    }

    /// {@return a script that takes everything and says nothing}
    static Script silent() {
        return line -> {
            while (true) {
                line.receive();
            }
        };
    }

    /// {@return a script that takes one request and goes}
    static Script closing() {
        return Line::receive;
    }

    /// {@return what octets of a request mean}
    static Message message(byte[] request) {
        return switch (MessageCodec.decode(request)) {
            case Decoded.Valid(var message, _) -> message;
            case Decoded.Malformed(_, var problem) -> throw new AssertionError(problem);
        };
    }
}
