package io.github.dnscli.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/// Stands between one client and a server, and changes the messages of one reply on their way, as an attacker would.
final class TransferRelay implements AutoCloseable {

    private static final int LIMIT_MILLIS = 20_000;

    /// What becomes of a message.
    interface Change {

        /// {@return what is sent instead}
        ///
        /// @param number its place in the reply, from 0
        List<byte[]> apply(int number, byte[] message);
    }

    private final ServerSocket listening;
    private final int server;
    private final Change change;

    TransferRelay(int server, Change change) throws IOException {
        this.server = server;
        this.change = change;
        this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listening.setSoTimeout(LIMIT_MILLIS);
        Thread.ofVirtual().start(this::relay);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void relay() {
        try (var client = listening.accept();
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            client.setSoTimeout(LIMIT_MILLIS);
            upstream.setSoTimeout(LIMIT_MILLIS);
            var down = new DataOutputStream(client.getOutputStream());
            send(new DataOutputStream(upstream.getOutputStream()), receive(client));
            for (int number = 0; ; number++) {
                for (byte[] message : change.apply(number, receive(upstream))) {
                    send(down, message);
                }
            }
        } catch (IOException _) {
            // The client has gone, or nothing comes any more: either ends the test's conversation.
        }
    }

    private static byte[] receive(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        return in.readNBytes(in.readUnsignedShort());
    }

    private static void send(DataOutputStream out, byte[] message) throws IOException {
        out.writeShort(message.length);
        out.write(message);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
