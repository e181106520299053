package io.github.dnscli.common.transport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// UDP first, and TCP where that does not do: the reply is cut, or none comes in half of the time.
final class UdpThenTcpConversation implements Conversation {

    private static final int HEADER = 12;
    private static final int QR = 0x80;
    private static final int TC = 0x02;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final DatagramSocket socket;
    private final ServerAddress server;
    private final Duration timeout;
    private Optional<TcpConversation> tcp = Optional.empty();

    private UdpThenTcpConversation(DatagramSocket socket, ServerAddress server, Duration timeout) {
        this.socket = socket;
        this.server = server;
        this.timeout = timeout;
    }

    /// The socket is a channel's, so that interrupting the thread ends what it waits for.
    static UdpThenTcpConversation open(ServerAddress server, Duration timeout) throws IOException {
        var socket = DatagramChannel.open().socket();
        try {
            // Connected: the kernel drops what comes from elsewhere, and tells when nobody listens.
            socket.connect(new InetSocketAddress(server.address(), server.port()));
            return new UdpThenTcpConversation(socket, server, timeout);
        } catch (IOException failure) {
            socket.close();
            throw NoReplyException.broken(server, failure);
        }
    }

    @Override
    public byte[] ask(byte[] request) throws IOException {
        return ask(() -> request);
    }

    @Override
    public byte[] ask(Supplier<byte[]> attempts) throws IOException {
        var end = Deadline.in(timeout);
        var reply = byUdp(attempts);
        return reply.isPresent() ? reply.get() : byTcp(attempts.get(), end);
    }

    private Optional<byte[]> byUdp(Supplier<byte[]> attempts) throws IOException {
        var half = Deadline.in(timeout.dividedBy(2));
        var sixth = timeout.dividedBy(6);
        var pause = sixth.compareTo(LONGEST_PAUSE) < 0 ? sixth : LONGEST_PAUSE;
        try {
            while (!half.hasPassed()) {
                byte[] request = attempts.get();
                socket.send(new DatagramPacket(request, request.length));
                var reply = receive(request, Deadline.in(pause).orEarlier(half));
                if (reply.isPresent()) {
                    return reply.filter(octets -> (octets[2] & TC) == 0);
                }
            }
            return Optional.empty();
        } catch (PortUnreachableException _) {
            return Optional.empty();
        } catch (IOException broken) {
            throw NoReplyException.broken(server, broken);
        }
    }

    private Optional<byte[]> receive(byte[] request, Deadline deadline) throws IOException {
        var packet = new DatagramPacket(new byte[0xffff], 0xffff);
        try {
            while (true) {
                socket.setSoTimeout(deadline.millisLeft());
                socket.receive(packet);
                byte[] octets = Arrays.copyOf(packet.getData(), packet.getLength());
                if (answers(octets, request)) {
                    return Optional.of(octets);
                }
            }
        } catch (SocketTimeoutException _) {
            return Optional.empty();
        }
    }

    /// Others are strays or forgeries, to be ignored (RFC 5452 §9.1).
    private static boolean answers(byte[] octets, byte[] request) {
        return octets.length >= HEADER
                && octets[0] == request[0]
                && octets[1] == request[1]
                && (octets[2] & QR) != 0;
    }

    private byte[] byTcp(byte[] request, Deadline end) throws IOException {
        close(tcp);
        var connection = TcpConversation.connect(server, end.left());
        tcp = Optional.of(connection);
        return connection.ask(request);
    }

    @Override
    public boolean hasNext() {
        return tcp.isPresent();
    }

    @Override
    public byte[] next() throws IOException {
        if (tcp.isEmpty()) {
            throw new IllegalStateException("a reply of several messages wants TCP");
        }
        return tcp.get().next();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        close(tcp);
    }

    private static void close(Optional<TcpConversation> connection) throws IOException {
        if (connection.isPresent()) {
            connection.get().close();
        }
    }
}
