package io.github.dnscli.testkit;

import io.github.dnscli.common.transport.ServerAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A server on loopback that does what scripts say, over TCP and UDP on one port.
public final class ScriptedPeer implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private ScriptedPeer(ServerSocket tcp, DatagramSocket udp) {
        this.tcp = tcp;
        this.udp = udp;
    }

    /// {@return a running peer that is silent over UDP}
    ///
    /// @throws IOException if there is no free port
    public static ScriptedPeer start(Script tcp) throws IOException {
        return start(tcp, Script.silent());
    }

    /// {@return a running peer}
    ///
    /// @throws IOException if there is no free port
    public static ScriptedPeer start(Script tcp, Script udp) throws IOException {
        int port = FreePort.any();
        var peer =
                new ScriptedPeer(
                        new ServerSocket(port, 10, LOOPBACK), new DatagramSocket(port, LOOPBACK));
        Thread.ofVirtual().start(() -> peer.serveTcp(tcp));
        Thread.ofVirtual().start(() -> peer.serveUdp(udp));
        return peer;
    }

    /// {@return where it listens}
    public ServerAddress address() {
        return new ServerAddress(LOOPBACK, tcp.getLocalPort());
    }

    private void serveTcp(Script script) {
        try {
            while (true) {
                var client = tcp.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client, script));
            }
        } catch (IOException _) {
            // The peer is closed.
        }
    }

    private void serve(Socket client, Script script) {
        try (client) {
            script.serve(new TcpLine(client));
        } catch (IOException _) {
            // The client is gone, as it may.
        } finally {
            clients.remove(client);
        }
    }

    private void serveUdp(Script script) {
        var packet = new DatagramPacket(new byte[0xffff], 0xffff);
        while (!udp.isClosed()) {
            try {
                udp.receive(packet);
                script.serve(new UdpLine(udp, packet));
            } catch (IOException _) {
                // One datagram is one client; the next is another.
            }
        }
    }

    static byte[] receive(DataInputStream input) throws IOException {
        byte[] message = new byte[input.readUnsignedShort()];
        input.readFully(message);
        return message;
    }

    static void send(Socket socket, byte[] message) throws IOException {
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        socket.getOutputStream().write(framed);
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        udp.close();
        for (var client : clients) {
            client.close();
        }
    }

    private record TcpLine(Socket client) implements Script.Line {

        @Override
        public byte[] receive() throws IOException {
            return ScriptedPeer.receive(new DataInputStream(client.getInputStream()));
        }

        @Override
        public void send(byte[] message) throws IOException {
            ScriptedPeer.send(client, message);
        }

        @Override
        public void sendRaw(byte[] octets) throws IOException {
            client.getOutputStream().write(octets);
        }
    }

    private static final class UdpLine implements Script.Line {

        private final DatagramSocket socket;
        private final DatagramPacket packet;
        private boolean received;

        UdpLine(DatagramSocket socket, DatagramPacket packet) {
            this.socket = socket;
            this.packet = packet;
        }

        @Override
        public byte[] receive() throws IOException {
            if (received) {
                throw new IOException("a datagram is one request");
            }
            received = true;
            return Arrays.copyOf(packet.getData(), packet.getLength());
        }

        @Override
        public void send(byte[] message) throws IOException {
            sendRaw(message);
        }

        @Override
        public void sendRaw(byte[] octets) throws IOException {
            socket.send(new DatagramPacket(octets, octets.length, packet.getSocketAddress()));
        }
    }
}
