package io.github.dnscli.server.socket;

import io.github.dnscli.server.state.Peer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Takes connections on one socket, a virtual thread for each (RFC 7766). Their number is bounded, and so is the
/// time one may stand idle, and the time it may take in all.
public final class TcpListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TcpListener.class.getName());
    private static final int MAX_CONNECTIONS = 256;
    private static final int IDLE_MILLIS = 30_000;
    private static final int LIFETIME_SECONDS = 600;
    private static final int BACKLOG = 128;

    private final ServerSocket listening;
    private final PacketHandler handler;
    private final Semaphore places = new Semaphore(MAX_CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService reaper =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("dns-tcp-reaper").daemon().factory());

    public TcpListener(InetSocketAddress address, PacketHandler handler) throws IOException {
        this.handler = handler;
        this.listening = new ServerSocket();
        try {
            listening.setReuseAddress(true);
            listening.bind(address, BACKLOG);
        } catch (IOException busy) {
            close();
            throw busy;
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    public void start() {
        Thread.ofPlatform().name("dns-tcp").daemon().start(this::accept);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                if (places.tryAcquire()) {
                    open.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket));
                } else {
                    socket.close();
                }
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "connection lost: {0}", e.getMessage());
                }
            }
        }
    }

    private void serve(Socket socket) {
        var end = reaper.schedule(() -> close(socket), LIFETIME_SECONDS, TimeUnit.SECONDS);
        var peer = new Peer(socket.getInetAddress(), Peer.Protocol.TCP);
        try (socket) {
            socket.setSoTimeout(IDLE_MILLIS);
            socket.setTcpNoDelay(true);
            converse(socket, peer);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "connection of {0} ended: {1}",
                    peer,
                    e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "our bug, met by a packet from " + peer, e);
        } finally {
            end.cancel(false);
            open.remove(socket);
            places.release();
        }
    }

    private void converse(Socket socket, Peer peer) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        while (true) {
            int length;
            try {
                length = in.readUnsignedShort();
            } catch (EOFException _) {
                return;
            }
            byte[] packet = in.readNBytes(length);
            if (packet.length < length) {
                return;
            }
            for (var replies = handler.handle(packet, peer); replies.hasNext(); ) {
                byte[] reply = replies.next().octets();
                out.writeShort(reply.length);
                out.write(reply);
            }
            out.flush();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "connection did not close: {0}", e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        open.forEach(TcpListener::close);
        reaper.shutdownNow();
    }
}
