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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Takes datagrams at one address, by one socket for each of its threads: the system spreads the senders over them
/// (`SO_REUSEPORT`). What can be answered at once is; what may have to wait for the store moves to a
/// thread of its own, so that queries never stand behind an update.
final class UdpListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UdpListener.class.getName());
    private static final int MAX_REQUEST = 65535;
    private static final int SYSTEM_BUFFER = 1 << 20;
    private static final int UPDATE = 5;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final List<Worker> workers = new ArrayList<>();
    private final Counters counters;
    private final int updates;
    private final Semaphore updating;

    /// One socket and its thread.
    ///
    /// @param channel the socket
    /// @param answering held while an answer is made
    private record Worker(DatagramChannel channel, ReentrantLock answering) {}

    /// Binds the sockets.
    ///
    /// @param threads how many there are; 1 leaves the address to no other socket
    /// @param updates how many updates may be under way
    /// @throws IOException if the address cannot be had
    UdpListener(InetSocketAddress address, int threads, int updates, Counters counters)
            throws IOException {
        this.counters = counters;
        this.updates = updates;
        this.updating = new Semaphore(updates);
        try {
            for (int i = 0; i < threads; i++) {
                var channel = DatagramChannel.open();
                workers.add(new Worker(channel, new ReentrantLock()));
                bind(channel, address, threads > 1);
            }
        } catch (IOException busy) {
            close();
            throw busy;
        }
    }

    private static void bind(DatagramChannel channel, InetSocketAddress address, boolean isShared)
            throws IOException {
        // The system grants what it allows: a burst should not be lost while one answer is made.
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SYSTEM_BUFFER);
        if (isShared) {
            channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
        channel.bind(address);
    }

    /// Begins to take datagrams.
    ///
    /// @param handler answers them
    /// @param threads get one more for each socket
    void start(PacketHandler handler, SocketThreads threads) {
        for (var worker : workers) {
            threads.start("dns-udp", () -> receive(worker, handler));
        }
    }

    private void receive(Worker worker, PacketHandler handler) {
        var buffer = ByteBuffer.allocateDirect(MAX_REQUEST);
        var channel = worker.channel();
        while (channel.isOpen()) {
            try {
                buffer.clear();
                var from = (InetSocketAddress) channel.receive(buffer);
                byte[] packet = new byte[buffer.flip().remaining()];
                buffer.get(packet);
                dispatch(packet, new Datagram(channel, from), worker, handler);
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException | OutOfMemoryError e) {
                LOG.log(System.Logger.Level.DEBUG, "datagram lost: {0}", e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /// Nobody listens at port 0: such a sender is forged.
    private void dispatch(byte[] packet, Datagram from, Worker worker, PacketHandler handler) {
        if (from.sender().getPort() == 0) {
            counters.add(Count.DROPPED_DATAGRAMS);
        } else if (isUpdate(packet)) {
            update(packet, from, handler);
        } else {
            worker.answering().lock();
            try {
                // It may have been closed while this datagram waited.
                if (worker.channel().isOpen()) {
                    answer(packet, from, handler);
                }
            } finally {
                worker.answering().unlock();
            }
        }
    }

    /// The opcode stands in the third octet (RFC 1035 §4.1.1).
    private static boolean isUpdate(byte[] packet) {
        return packet.length > 2 && (packet[2] >> 3 & 15) == UPDATE;
    }

    private void update(byte[] packet, Datagram from, PacketHandler handler) {
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

    private void answer(byte[] packet, Datagram from, PacketHandler handler) {
        try {
            handler.handle(packet, from);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no reply to {0}: {1}", from.peer(), e.getMessage());
        }
    }

    /// Takes no more datagrams, once those that came are answered.
    ///
    /// @param timeLeft tells how long to wait at the most, asked before each wait
    /// @throws InterruptedException if the calling thread is told not to wait
    void close(Supplier<Duration> timeLeft) throws InterruptedException {
        var held = new ArrayList<ReentrantLock>();
        try {
            for (var worker : workers) {
                if (rest(worker.answering(), timeLeft.get())) {
                    held.add(worker.answering());
                }
            }
            if (!updating.tryAcquire(updates, timeLeft.get().toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "closed before all updates were answered");
            }
        } finally {
            close();
            held.forEach(ReentrantLock::unlock);
        }
    }

    /// {@return whether nothing is being answered} Then the lock is kept, so that nothing more is, until the socket is
    /// closed.
    private static boolean rest(ReentrantLock answering, Duration limit)
            throws InterruptedException {
        boolean isHeld = answering.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (!isHeld) {
            LOG.log(System.Logger.Level.DEBUG, "closed before a datagram was answered");
        }
        return isHeld;
    }

    @Override
    public void close() {
        workers.forEach(worker -> ListenerPair.closeQuietly(worker.channel()));
    }
}
