package io.github.dnscli.server.notify;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.Conversation;
import io.github.dnscli.server.state.NotifySettings;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Connection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A client that is told of changes on the connection it opened, as hidden secondaries are.
final class Registration implements Recipient {

    private static final int MOST_REPLIES = 16;
    private static final int MOST_ZONES = 10_000;

    private final Connection connection;
    private final Map<DomainName, TsigKey> keys = new ConcurrentHashMap<>();
    private final BlockingQueue<byte[]> replies = new ArrayBlockingQueue<>(MOST_REPLIES);

    Registration(Connection connection) {
        this.connection = connection;
    }

    /// Adds a zone, or the root for all zones.
    ///
    /// @param key signs the news
    void add(DomainName zone, TsigKey key) {
        if (keys.size() < MOST_ZONES || keys.containsKey(zone)) {
            keys.put(zone, key);
        }
    }

    /// {@return the key that signs news of a zone for this client; empty if it is not to be told}. The key must still be
    /// known, and still have the right to fetch the zone.
    Optional<TsigKey> keyFor(DomainName zone, ServerState state) {
        return Optional.ofNullable(keys.get(zone))
                .or(() -> Optional.ofNullable(keys.get(DomainName.ROOT)))
                .filter(key -> state.key(key.name()).filter(key::equals).isPresent())
                .filter(
                        key ->
                                state.settings().openTransfers()
                                        || state.rights()
                                                .allow(
                                                        key.name(),
                                                        KeyOperation.TRANSFER,
                                                        zone,
                                                        connection.peer().address()));
    }

    Connection connection() {
        return connection;
    }

    /// Takes a reply that came on the connection. One that nobody waits for is lost.
    void heard(byte[] reply) {
        var _ = replies.offer(reply);
    }

    @Override
    public Conversation open(NotifySettings settings) {
        replies.clear();
        return new Line(settings.timeout());
    }

    @Override
    public InetAddress host() {
        return connection.peer().address();
    }

    @Override
    public String display() {
        return connection.peer() + " on its connection";
    }

    /// A line that ends when the client goes, not when we have said what there was to say.
    private final class Line implements Conversation {

        private final Duration timeout;

        Line(Duration timeout) {
            this.timeout = timeout;
        }

        @Override
        public byte[] ask(byte[] request) throws IOException {
            connection.send(request);
            long end = System.nanoTime() + timeout.toNanos();
            while (true) {
                byte[] reply = next(end - System.nanoTime());
                if (reply.length > 1 && reply[0] == request[0] && reply[1] == request[1]) {
                    return reply;
                }
            }
        }

        @Override
        public byte[] next() throws IOException {
            return next(timeout.toNanos());
        }

        private byte[] next(long nanos) throws IOException {
            try {
                byte[] reply = replies.poll(nanos, TimeUnit.NANOSECONDS);
                if (reply == null) {
                    throw new IOException("no reply from " + display());
                }
                return reply;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("told not to wait for " + display());
            }
        }

        @Override
        public void close() {}
    }
}
