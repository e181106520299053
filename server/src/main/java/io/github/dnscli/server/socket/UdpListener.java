package io.github.dnscli.server.socket;

import io.github.dnscli.server.state.Peer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/// Takes datagrams from one socket. What can be answered at once is; what has to wait for the store moves to a thread
/// of its own, so that queries never stand behind an update.
public final class UdpListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UdpListener.class.getName());
    private static final int MAX_REQUEST = 65535;

    private final DatagramChannel channel;
    private final PacketHandler handler;

    public UdpListener(InetSocketAddress address, PacketHandler handler) throws IOException {
        this.handler = handler;
        this.channel = DatagramChannel.open();
        try {
            channel.bind(address);
        } catch (IOException busy) {
            channel.close();
            throw busy;
        }
    }

    public void start() {
        Thread.ofPlatform().name("dns-udp").daemon().start(this::receive);
    }

    private void receive() {
        var buffer = ByteBuffer.allocateDirect(MAX_REQUEST);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                var from = channel.receive(buffer);
                byte[] packet = new byte[buffer.flip().remaining()];
                buffer.get(packet);
                dispatch(packet, from);
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "datagram lost: {0}", e.getMessage());
            }
        }
    }

    private void dispatch(byte[] packet, SocketAddress from) {
        if (isUpdate(packet)) {
            Thread.ofVirtual().start(() -> answer(packet, from));
        } else {
            answer(packet, from);
        }
    }

    /// The opcode stands in the third octet (RFC 1035 §4.1.1).
    private static boolean isUpdate(byte[] packet) {
        return packet.length > 2 && (packet[2] >> 3 & 15) == 5;
    }

    private void answer(byte[] packet, SocketAddress from) {
        var peer = new Peer(((InetSocketAddress) from).getAddress(), Peer.Protocol.UDP);
        try {
            var replies = handler.handle(packet, peer);
            if (replies.hasNext()) {
                channel.send(ByteBuffer.wrap(replies.next().octets()), from);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no reply to {0}: {1}", peer, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "our bug, met by a packet from " + peer, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
