package io.github.dnscli.server.socket;

import io.github.dnscli.server.state.ConnectionLimits;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.turn.Connection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// One TCP connection (RFC 7766). Its own thread reads requests and answers them in their order; other threads may send
/// in between. Whatever it waits for has an end, after which the [ConnectionTable] closes it.
final class TcpConnection implements Connection {

    private static final long NEVER = Long.MAX_VALUE;

    private final Socket socket;
    private final Peer peer;
    private final ConnectionLimits limits;
    private final FrameReader in;
    private final FrameWriter out;
    private final ReentrantLock sending = new ReentrantLock();
    private final long begin = System.nanoTime();
    private volatile long readEnd = NEVER;
    private volatile long writeEnd = NEVER;
    private volatile long progress = System.nanoTime();
    private volatile boolean isAtWork;
    private volatile boolean isEnding;
    private volatile boolean isKept;
    private boolean isGathering;

    TcpConnection(Socket socket, ConnectionLimits limits) throws IOException {
        this.socket = socket;
        this.limits = limits;
        this.peer = new Peer(socket.getInetAddress(), Peer.Protocol.TCP);
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        this.in = new FrameReader(socket.getInputStream());
        this.out = new FrameWriter(socket.getOutputStream());
        this.readEnd = after(limits.idle());
    }

    /// Answers requests until the client goes, or the server wants to end.
    void serve(PacketHandler handler) throws IOException {
        for (var packet = next(); packet.isPresent() && !isEnding; packet = next()) {
            isAtWork = true;
            try {
                answer(packet.get(), handler);
            } finally {
                isAtWork = false;
                progress = System.nanoTime();
            }
        }
    }

    private Optional<byte[]> next() throws IOException {
        boolean hasBegun = !in.isEmpty();
        readEnd = after(hasBegun ? limits.request() : idle());
        while (!in.isComplete()) {
            if (isEnding || !in.fill()) {
                return Optional.empty();
            }
            if (!hasBegun) {
                hasBegun = true;
                readEnd = after(limits.request());
            }
        }
        readEnd = NEVER;
        return Optional.of(in.take());
    }

    private Duration idle() {
        return isKept ? limits.registeredIdle() : limits.idle();
    }

    /// Replies to requests that have come together leave together.
    private void answer(byte[] packet, PacketHandler handler) throws IOException {
        sending.lock();
        try {
            isGathering = in.isComplete();
            handler.handle(packet, this);
            if (!isGathering) {
                flush();
                out.shrink();
            }
        } finally {
            sending.unlock();
        }
    }

    @Override
    public Peer peer() {
        return peer;
    }

    @Override
    public void send(byte[] message) throws IOException {
        waitForTurn();
        try {
            out.add(message);
            if (!isGathering || out.isFull()) {
                flush();
            }
        } finally {
            sending.unlock();
        }
    }

    private void waitForTurn() throws IOException {
        try {
            if (!sending.tryLock(limits.reply().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the connection of " + peer + " is busy");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("told not to wait for the connection of " + peer);
        }
    }

    private void flush() throws IOException {
        if (out.isEmpty()) {
            return;
        }
        writeEnd = after(limits.reply());
        try {
            out.flush();
        } finally {
            writeEnd = NEVER;
            progress = System.nanoTime();
        }
    }

    @Override
    public boolean isOpen() {
        return !isEnding && !socket.isClosed();
    }

    @Override
    public void keep() {
        isKept = true;
    }

    boolean isKept() {
        return isKept;
    }

    /// Times are counted from the connection's begin, so that never is later than any.
    private long after(Duration time) {
        return now() + time.toNanos();
    }

    private long now() {
        return System.nanoTime() - begin;
    }

    /// {@return whether the client has taken more time than it has}
    boolean isOverdue() {
        long now = now();
        return now > readEnd || now > writeEnd;
    }

    /// {@return whether it may be closed to make room: nobody works for it, or it does not take what is sent}
    boolean isDispensable() {
        return !isKept && (!isAtWork || writeEnd != NEVER);
    }

    /// {@return when something last happened on it, as of [System#nanoTime()]}
    long progress() {
        return progress;
    }

    /// Ends soon: after what is being answered, or at once.
    void end() {
        isEnding = true;
        if (!isAtWork) {
            close();
        }
    }

    /// Ends at once.
    void close() {
        ListenerPair.closeQuietly(socket);
    }
}
