package io.github.dnscli.server.differential;

import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.server.state.Peer.Protocol;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks one server many questions, several at a time.
final class Questioner {

    private static final int AT_A_TIME = 40;
    private static final int PATIENCE_MILLIS = 2000;
    private static final int ATTEMPTS = 6;
    private static final int CONNECTION_MILLIS = 30_000;

    private final InetSocketAddress server;
    private final Map<Integer, byte[]> replies = new HashMap<>();

    private Questioner(InetSocketAddress server) {
        this.server = server;
    }

    /// {@return the replies, by the ids of the questions; none for those that nothing came to}
    static Map<Integer, byte[]> ask(InetSocketAddress server, List<Probe> probes)
            throws IOException {
        var questioner = new Questioner(server);
        questioner.byDatagrams(of(probes, Protocol.UDP));
        questioner.byConnection(of(probes, Protocol.TCP));
        return questioner.replies;
    }

    private static List<Probe> of(List<Probe> probes, Protocol protocol) {
        return probes.stream().filter(probe -> probe.protocol() == protocol).toList();
    }

    private void byDatagrams(List<Probe> probes) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.connect(server);
            socket.setSoTimeout(PATIENCE_MILLIS);
            for (int from = 0; from < probes.size(); from += AT_A_TIME) {
                var some = probes.subList(from, Math.min(from + AT_A_TIME, probes.size()));
                for (int i = 0; i < ATTEMPTS && !isAnswered(some); i++) {
                    send(socket, some);
                    receive(socket, some);
                }
            }
        }
    }

    private boolean isAnswered(List<Probe> probes) {
        return probes.stream().allMatch(probe -> replies.containsKey(probe.query().id()));
    }

    private void send(DatagramSocket socket, List<Probe> probes) throws IOException {
        for (var probe : probes) {
            if (!replies.containsKey(probe.query().id())) {
                byte[] wire = MessageCodec.encode(probe.query());
                socket.send(new DatagramPacket(wire, wire.length));
            }
        }
    }

    private void receive(DatagramSocket socket, List<Probe> probes) throws IOException {
        var packet = new DatagramPacket(new byte[65535], 65535);
        try {
            while (!isAnswered(probes)) {
                packet.setLength(65535);
                socket.receive(packet);
                keep(Arrays.copyOf(packet.getData(), packet.getLength()));
            }
        } catch (SocketTimeoutException _) {
            // What was lost is asked again.
        }
    }

    private void keep(byte[] reply) {
        replies.put((reply[0] & 0xff) << 8 | reply[1] & 0xff, reply);
    }

    private void byConnection(List<Probe> probes) throws IOException {
        for (int from = 0; from < probes.size(); from += AT_A_TIME) {
            converse(probes.subList(from, Math.min(from + AT_A_TIME, probes.size())));
        }
    }

    private void converse(List<Probe> probes) throws IOException {
        try (var socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setSoTimeout(CONNECTION_MILLIS);
            var out = new DataOutputStream(socket.getOutputStream());
            var in = new DataInputStream(socket.getInputStream());
            for (var probe : probes) {
                byte[] wire = MessageCodec.encode(probe.query());
                byte[] framed = new byte[wire.length + 2];
                framed[0] = (byte) (wire.length >> 8);
                framed[1] = (byte) wire.length;
                System.arraycopy(wire, 0, framed, 2, wire.length);
                out.write(framed);
            }
            for (int i = 0; i < probes.size(); i++) {
                keep(in.readNBytes(in.readUnsignedShort()));
            }
        }
    }
}
