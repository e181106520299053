package io.github.dnscli.server.socket;

import io.github.dnscli.server.watch.Counters;
import io.github.dnscli.server.watch.Counters.Count;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Takes datagrams from one socket. What can be answered at once is; what may have to wait for the store moves to a
/// thread of its own, so that queries never stand behind an update.
final class UdpListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UdpListener.class.getName());
    private static final int MAX_REQUEST = 65535;
    private static final int SYSTEM_BUFFER = 1 << 20;
    private static final int UPDATE = 5;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final DatagramChannel channel;
    private final Counters counters;
    private final int updates;
    private final Semaphore updating;
    private final ReentrantLock answering = new ReentrantLock();

    /// Binds the socket.
    ///
    /// @param updates how many updates may be under way
    /// @throws IOException if the address cannot be had
    UdpListener(InetSocketAddress address, int updates, Counters counters) throws IOException {
        this.counters = counters;
        this.updates = updates;
        this.updating = new Semaphore(updates);
        this.channel = DatagramChannel.open();
        try {
            // The system grants what it allows: a burst should not be lost while one answer is
            // made.
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SYSTEM_BUFFER);
            channel.bind(address);
        } catch (IOException busy) {
            channel.close();
            throw busy;
        }
    }

    /// Begins to take datagrams.
    ///
    /// @param handler answers them
    void start(PacketHandler handler) {
        Thread.ofPlatform().name("dns-udp").daemon().start(() -> receive(handler));
    }

    private void receive(PacketHandler handler) {
        var buffer = ByteBuffer.allocateDirect(MAX_REQUEST);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                var from = (InetSocketAddress) channel.receive(buffer);
                byte[] packet = new byte[buffer.flip().remaining()];
                buffer.get(packet);
                dispatch(packet, from, handler);
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException | OutOfMemoryError e) {
                LOG.log(System.Logger.Level.DEBUG, "datagram lost: {0}", e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /// Nobody listens at port 0: such a sender is forged.
    private void dispatch(byte[] packet, InetSocketAddress from, PacketHandler handler) {
        if (from.getPort() == 0) {
            counters.add(Count.DROPPED_DATAGRAMS);
        } else if (isUpdate(packet)) {
            update(packet, from, handler);
        } else {
            answering.lock();
            try {
                answer(packet, from, handler);
            } finally {
                answering.unlock();
            }
        }
    }

    /// The opcode stands in the third octet (RFC 1035 §4.1.1).
    private static boolean isUpdate(byte[] packet) {
        return packet.length > 2 && (packet[2] >> 3 & 15) == UPDATE;
    }

    private void update(byte[] packet, InetSocketAddress from, PacketHandler handler) {
        if (!updating.tryAcquire()) {
            counters.add(Count.DROPPED_DATAGRAMS);
            return;
        }
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                answer(packet, from, handler);
                            } finally {
                                updating.release();
                            }
                        });
    }

    private void answer(byte[] packet, InetSocketAddress from, PacketHandler handler) {
        try {
            handler.handle(packet, new Datagram(channel, from));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no reply to {0}: {1}", from, e.getMessage());
        }
    }

    /// Takes no more datagrams, once those that came are answered.
    ///
    /// @param limit how long to wait for that
    /// @throws InterruptedException if the calling thread is told not to wait
    void close(Duration limit) throws InterruptedException {
        try {
            boolean isAnswered = answering.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS);
            boolean isUpdated = updating.tryAcquire(updates, limit.toNanos(), TimeUnit.NANOSECONDS);
            if (!isAnswered || !isUpdated) {
                LOG.log(System.Logger.Level.DEBUG, "closed before all datagrams were answered");
            }
        } finally {
            ListenerPair.closeQuietly(this);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
