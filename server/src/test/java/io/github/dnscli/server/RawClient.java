package io.github.dnscli.server;

import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.server.turn.Effect;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;

/// A TCP client that does as it likes.
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    RawClient(int port) throws IOException {
        this(port, 65_536);
    }

    /// @param window how much the system takes in before the client reads
    RawClient(int port, int window) throws IOException {
        socket.setReceiveBufferSize(window);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
    }

    RawClient send(Message message) throws IOException {
        return send(MessageCodec.encode(message));
    }

    RawClient send(byte[] message) throws IOException {
        write(frame(message));
        return this;
    }

    static byte[] frame(byte[] message) {
        return ByteBuffer.allocate(message.length + 2)
                .putShort((short) message.length)
                .put(message)
                .array();
    }

    void write(byte... octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    Message receive() throws IOException {
        return Ask.decode(new Effect.Wire(receiveOctets()));
    }

    byte[] receiveOctets() throws IOException {
        return in.readNBytes(in.readUnsignedShort());
    }

    /// {@return whether octets have come that nobody has read yet}
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    /// Reads until the server ends the connection.
    ///
    /// @return how many octets came
    long drain() throws IOException {
        long total = 0;
        byte[] octets = new byte[65_536];
        try {
            for (int count = in.read(octets); count >= 0; count = in.read(octets)) {
                total += count;
            }
            return total;
        } catch (SocketException _) {
            return total;
        }
    }

    /// Goes without waiting for the end of its scope.
    void hangUp() throws IOException {
        close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
