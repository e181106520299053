package io.github.dnscli.common.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// A TCP connection. Each message has its length before it, 16 bits without sign (RFC 1035 §4.2.2).
final class TcpConversation implements Conversation, Line {

    private static final int MAX_LENGTH = 0xffff;

    private final Socket socket;
    private final ServerAddress server;
    private final Duration timeout;

    private TcpConversation(Socket socket, ServerAddress server, Duration timeout) {
        this.socket = socket;
        this.server = server;
        this.timeout = timeout;
    }

    /// The socket is a channel's, so that interrupting the thread ends what it waits for.
    static TcpConversation connect(ServerAddress server, Duration timeout) throws IOException {
        var socket = SocketChannel.open().socket();
        try {
            socket.setTcpNoDelay(true);
            // A whole message fits, so that writing one never waits for a server that does not
            // read.
            socket.setSendBufferSize(2 * MAX_LENGTH);
            socket.connect(
                    new InetSocketAddress(server.address(), server.port()),
                    Deadline.in(timeout).millisLeft());
            return new TcpConversation(socket, server, timeout);
        } catch (IOException failure) {
            socket.close();
            throw why(failure, server, timeout);
        }
    }

    private static NoReplyException why(
            IOException failure, ServerAddress server, Duration timeout) {
        return switch (failure) {
            case SocketTimeoutException _ -> NoReplyException.unconnected(server, timeout);
            case ConnectException refused
                    when String.valueOf(refused.getMessage()).contains("refused") ->
                    NoReplyException.refused(server);
            default -> NoReplyException.broken(server, failure);
        };
    }

    @Override
    public byte[] ask(byte[] request) throws IOException {
        send(request);
        return next();
    }

    @Override
    public void send(byte[] message) throws IOException {
        if (message.length > MAX_LENGTH) {
            throw new IllegalArgumentException("message of " + message.length + " octets");
        }
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        try {
            socket.getOutputStream().write(framed);
        } catch (IOException broken) {
            throw NoReplyException.broken(server, broken);
        }
    }

    @Override
    public byte[] next() throws IOException {
        try {
            var deadline = Deadline.in(timeout);
            return message(read(1, deadline)[0] & 0xff, deadline);
        } catch (IOException failure) {
            throw unreceived(failure);
        }
    }

    @Override
    public Optional<byte[]> receive(Duration patience) throws IOException {
        try {
            var first = beginning(patience);
            return first.isPresent()
                    ? Optional.of(message(first.getAsInt(), Deadline.in(timeout)))
                    : Optional.empty();
        } catch (IOException failure) {
            throw unreceived(failure);
        }
    }

    private OptionalInt beginning(Duration patience) throws IOException {
        try {
            return OptionalInt.of(read(1, Deadline.in(patience))[0] & 0xff);
        } catch (SocketTimeoutException _) {
            return OptionalInt.empty();
        }
    }

    private byte[] message(int firstOctet, Deadline deadline) throws IOException {
        return read(firstOctet << 8 | read(1, deadline)[0] & 0xff, deadline);
    }

    private NoReplyException unreceived(IOException failure) {
        return switch (failure) {
            case SocketTimeoutException _ -> NoReplyException.late(server, timeout);
            case NoReplyException known -> known;
            default -> NoReplyException.broken(server, failure);
        };
    }

    private byte[] read(int length, Deadline deadline) throws IOException {
        var input = socket.getInputStream();
        byte[] octets = new byte[length];
        int at = 0;
        while (at < length) {
            socket.setSoTimeout(deadline.millisLeft());
            int count = input.read(octets, at, length - at);
            if (count < 0) {
                throw NoReplyException.closed(server);
            }
            at += count;
        }
        return octets;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
