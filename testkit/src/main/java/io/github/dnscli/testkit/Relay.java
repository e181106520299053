package io.github.dnscli.testkit;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Question;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Stands between a client and a server, passes all messages on unchanged, and remembers the transfers among them. It can
/// hold requests back. The server sees 127.0.0.1 in the place of its client.
public final class Relay implements AutoCloseable {

    private static final Duration DATAGRAM_LIMIT = Duration.ofSeconds(2);
    private static final Set<RecordType> TRANSFERS = Set.of(RecordType.AXFR, RecordType.IXFR);

    /// A zone, or differences, that went by.
    ///
    /// @param zone the zone's name
    /// @param asked what was asked for: AXFR or IXFR
    /// @param incremental whether the answer was a sequence of differences; else it was the whole zone
    public record Transferred(DomainName zone, RecordType asked, boolean incremental) {}

    private final ServerAddress server;
    private final ScriptedPeer front;
    private final List<Transferred> transfers = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private Relay(ServerAddress server) throws IOException {
        this.server = server;
        this.front = ScriptedPeer.start(this::passConnection, this::passDatagram);
    }

    /// {@return a running relay}
    ///
    /// @param server whom it passes messages to; need not run yet
    /// @throws IOException if there is no free port
    public static Relay to(ServerAddress server) throws IOException {
        return new Relay(server);
    }

    /// {@return where clients find it}
    public ServerAddress address() {
        return front.address();
    }

    /// {@return what was transferred so far of a zone, in the order in which the answers began}
    public List<Transferred> transfers(DomainName zone) {
        return transfers.stream().filter(passed -> passed.zone().equals(zone)).toList();
    }

    /// Holds back all requests that come from now on.
    public void hold() {
        gate = new CountDownLatch(1);
    }

    /// Passes on what was held back, and all that comes.
    public void release() {
        gate.countDown();
    }

    private void awaitRelease() throws IOException {
        try {
            gate.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while requests are held back");
        }
    }

    private void passDatagram(Script.Line client) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout((int) DATAGRAM_LIMIT.toMillis());
            socket.connect(server.address(), server.port());
            byte[] request = client.receive();
            awaitRelease();
            socket.send(new DatagramPacket(request, request.length));
            var reply = new DatagramPacket(new byte[0xffff], 0xffff);
            socket.receive(reply);
            byte[] octets = Arrays.copyOf(reply.getData(), reply.getLength());
            remember(octets, new ConcurrentHashMap<>());
            client.send(octets);
        }
    }

    private void passConnection(Script.Line client) throws IOException {
        try (var socket = new Socket(server.address(), server.port())) {
            Map<Integer, Beginning> begun = new ConcurrentHashMap<>();
            var requests = Thread.currentThread();
            var back =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        passReplies(socket, client, begun);
                                        // Ends the wait for requests, and with it the connection.
                                        requests.interrupt();
                                    });
            passRequests(client, socket, begun);
            socket.shutdownOutput();
            back.join(DATAGRAM_LIMIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void passRequests(Script.Line client, Socket to, Map<Integer, Beginning> begun)
            throws IOException {
        try {
            while (true) {
                byte[] request = client.receive();
                awaitRelease();
                begun.remove(id(request));
                ScriptedPeer.send(to, request);
            }
        } catch (EOFException _) {
            // The client asks for nothing more, but may still be listening.
        }
    }

    private void passReplies(Socket from, Script.Line client, Map<Integer, Beginning> begun) {
        try (from) {
            var input = new DataInputStream(from.getInputStream());
            while (true) {
                byte[] reply = ScriptedPeer.receive(input);
                remember(reply, begun);
                client.send(reply);
            }
        } catch (IOException _) {
            // One of the two is gone, as it may.
        }
    }

    private static int id(byte[] message) {
        return message.length < 2 ? -1 : (message[0] & 0xff) << 8 | message[1] & 0xff;
    }

    /// Takes note of what a reply adds to the beginnings of transfers on its connection.
    private void remember(byte[] reply, Map<Integer, Beginning> begun) {
        var beginning = begun.getOrDefault(id(reply), Beginning.NOTHING);
        if (!beginning.isComplete()
                && MessageCodec.decode(reply) instanceof Decoded.Valid(var m, _)) {
            var more = beginning.with(m);
            begun.put(id(reply), more);
            more.transferred().ifPresent(transfers::add);
        }
    }

    /// The first two records of a transfer, in one message or, from PowerDNS, in two.
    private record Beginning(List<Question> asked, List<RecordType> types) {

        static final Beginning NOTHING = new Beginning(List.of(), List.of());

        Beginning with(Message reply) {
            var more = reply.answers().stream().map(MessageRecord::type);
            return new Beginning(
                    asked.isEmpty() ? reply.questions() : asked,
                    Stream.concat(types.stream(), more).limit(2).toList());
        }

        boolean isComplete() {
            return types.size() == 2;
        }

        /// A transfer begins with an SOA record. Differences have another behind it (RFC 1995 §4); a reply without a
        /// second record says that there is nothing to transfer, or that it does not fit.
        Optional<Transferred> transferred() {
            return asked.stream()
                    .filter(_ -> isComplete())
                    .filter(question -> TRANSFERS.contains(question.type()))
                    .map(
                            question ->
                                    new Transferred(
                                            question.name(),
                                            question.type(),
                                            question.type().equals(RecordType.IXFR)
                                                    && types.getLast().equals(RecordType.SOA)))
                    .findFirst();
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
    }
}
