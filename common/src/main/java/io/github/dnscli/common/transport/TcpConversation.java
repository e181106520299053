package io.github.dnscli.common.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A TCP connection. Each message has its length before it, 16 bits without sign (RFC 1035 §4.2.2).
final class TcpConversation implements Conversation {

    private static final int MAX_LENGTH = 0xffff;

    private final Socket socket;
    private final ServerAddress server;
    private final Duration timeout;

    private TcpConversation(Socket socket, ServerAddress server, Duration timeout) {
        this.socket = socket;
        this.server = server;
        this.timeout = timeout;
    }

    static TcpConversation connect(ServerAddress server, Duration timeout) throws IOException {
        var socket = new Socket();
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
        if (request.length > MAX_LENGTH) {
            throw new IllegalArgumentException("message of " + request.length + " octets");
        }
        byte[] framed = new byte[request.length + 2];
        framed[0] = (byte) (request.length >> 8);
        framed[1] = (byte) request.length;
        System.arraycopy(request, 0, framed, 2, request.length);
        try {
            socket.getOutputStream().write(framed);
        } catch (IOException broken) {
            throw NoReplyException.broken(server, broken);
        }
        return next();
    }

    @Override
    public byte[] next() throws IOException {
        var deadline = Deadline.in(timeout);
        try {
            var input = socket.getInputStream();
            byte[] length = read(input, 2, deadline);
            return read(input, (length[0] & 0xff) << 8 | length[1] & 0xff, deadline);
        } catch (SocketTimeoutException _) {
            throw NoReplyException.late(server, timeout);
        } catch (NoReplyException known) {
            throw known;
        } catch (IOException broken) {
            throw NoReplyException.broken(server, broken);
        }
    }

    private byte[] read(InputStream input, int length, Deadline deadline) throws IOException {
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
