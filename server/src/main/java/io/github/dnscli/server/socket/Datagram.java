package io.github.dnscli.server.socket;

import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.turn.Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/// The way back to the sender of a datagram.
///
/// @param channel where it came
/// @param sender whence
/// @param peer the same, for others
record Datagram(DatagramChannel channel, InetSocketAddress sender, Peer peer)
        implements Connection {

    Datagram(DatagramChannel channel, InetSocketAddress sender) {
        this(channel, sender, new Peer(sender.getAddress(), Peer.Protocol.UDP));
    }

    @Override
    public void send(byte[] message) throws IOException {
        channel.send(ByteBuffer.wrap(message), sender);
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /// Nothing unasked-for is ever sent to a sender that may be forged.
    @Override
    public void keep() {}
}
