package io.github.dnscli.server.secondary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.transport.Line;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signed;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.turn.Effect;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A connection to a primary that stands, for it to say on it what has changed: the primary cannot reach us otherwise, or
/// is to say which zones it has. A signed query for an SOA record makes it known there; a primary that is asked for the
/// root's says that it is not authoritative for that, and names its zones one after the other in NOTIFY messages.
///
/// The query is repeated from time to time, which also shows whether the primary is still there. A connection that is
/// lost is made again, after a pause that grows with each failure.
final class StandingLine implements Runnable, AutoCloseable {

    private static final int IDS = 0x10000;
    private static final int MOST_DOUBLINGS = 20;

    /// A query without an answer yet.
    private record Asked(DomainName zone, Message message, Signed signed, long due) {

        boolean isLate() {
            return System.nanoTime() - due > 0;
        }
    }

    private final Secondaries secondaries;
    private final Discovery primary;
    private final List<DomainName> zones;
    private final Deque<DomainName> toAsk = new ArrayDeque<>();
    private volatile Optional<Line> current = Optional.empty();
    private volatile boolean closed;
    private Optional<Asked> asked = Optional.empty();
    private int failures;

    /// @param primary with which server, and with which key
    /// @param zones whose SOA records are asked for; the root to be told of all zones
    StandingLine(Secondaries secondaries, Discovery primary, Collection<DomainName> zones) {
        this.secondaries = secondaries;
        this.primary = primary;
        this.zones = List.copyOf(zones);
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                String problem = session();
                if (!closed) {
                    pause(problem);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(String problem) throws InterruptedException {
        var longest = secondaries.settings().linePing();
        var pause =
                secondaries
                        .settings()
                        .notifyPause()
                        .multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        pause = Timetable.jittered(TimerRange.earlier(pause, longest), secondaries.random());
        failures++;
        secondaries.report(
                new SecondaryEvent.Disconnected(
                        zones.getFirst(),
                        primary.primary(),
                        problem,
                        secondaries.clock().instant().plus(pause)));
        Thread.sleep(pause);
    }

    /// {@return why it ended, for people}
    private String session() {
        asked = Optional.empty();
        toAsk.clear();
        try (var line = Line.open(primary.primary(), secondaries.settings().timeout())) {
            current = Optional.of(line);
            askAll(line);
            while (!closed) {
                listen(line);
            }
            return "closed";
        } catch (IOException | RuntimeException lost) {
            return String.valueOf(lost.getMessage());
        }
    }

    private void listen(Line line) throws IOException {
        var message = line.receive(patience());
        if (message.isPresent()) {
            take(line, message.get());
        } else if (asked.isEmpty()) {
            askAll(line);
        }
        if (asked.filter(Asked::isLate).isPresent()) {
            long patience = secondaries.settings().timeout().toMillis();
            throw new IOException("no answer within " + patience + " ms");
        }
    }

    private Duration patience() {
        return asked.map(query -> Duration.ofNanos(Math.max(1, query.due() - System.nanoTime())))
                .orElse(secondaries.settings().linePing());
    }

    /// Asks for one zone after the other, each when the one before is answered.
    private void askAll(Line line) throws IOException {
        toAsk.addAll(zones);
        askNext(line);
    }

    private void askNext(Line line) throws IOException {
        var zone = toAsk.poll();
        if (zone != null) {
            ask(line, zone);
        }
    }

    private void ask(Line line, DomainName zone) throws IOException {
        var query = Query.of(zone, RecordType.SOA).message(secondaries.random().nextInt(IDS));
        var signed =
                Signer.sign(
                        MessageCodec.encode(query), primary.key(), secondaries.clock().instant());
        long due = System.nanoTime() + secondaries.settings().timeout().toNanos();
        asked = Optional.of(new Asked(zone, query, signed, due));
        send(line, signed.wire());
    }

    private void take(Line line, byte[] octets) throws IOException {
        switch (MessageCodec.decode(octets)) {
            case Decoded.Malformed(_, var problem) ->
                    throw new IOException("it sends what is no message: " + problem);
            case Decoded.Valid valid when valid.message().has(Flag.QR) ->
                    reply(line, octets, valid);
            case Decoded.Valid valid when valid.message().opcode().equals(Opcode.NOTIFY) ->
                    news(line, octets);
            case Decoded.Valid _ -> {}
        }
    }

    private void reply(Line line, byte[] octets, Decoded.Valid reply) throws IOException {
        var query = asked.filter(open -> open.message().id() == reply.message().id());
        if (query.isEmpty()) {
            return;
        }
        var mac = query.get().signed().mac();
        var now = secondaries.clock().instant();
        switch (Verifier.reply(octets, reply, primary.key(), mac, now)) {
            case Verified.Bad bad -> throw new IOException(bad.fault().message());
            case Verified.Unsigned _ -> throw new IOException("its answer is not signed");
            case Verified.Good _ -> answered(query.get().zone(), reply.message());
        }
        asked = Optional.empty();
        askNext(line);
    }

    private void answered(DomainName zone, Message reply) throws IOException {
        if (!reply.rcode().equals(Rcode.NOERROR) && !reply.rcode().equals(Rcode.NOTAUTH)) {
            throw new IOException(
                    "it answers " + reply.rcode() + " for zone '" + zone.display() + "'");
        }
        failures = 0;
        var serial = PrimaryClient.serial(zone, reply);
        if (serial.isPresent()) {
            secondaries.notified(zone, address(), Optional.of(primary.key().name()), serial);
        }
    }

    private InetAddress address() {
        return primary.primary().address();
    }

    private void news(Line line, byte[] octets) throws IOException {
        var peer = new Peer(address(), Peer.Protocol.TCP);
        switch (secondaries.host().handle(octets, peer)) {
            case Effect.News(var named, var signer, var serial, var answer) -> {
                secondaries.notified(named, address(), signer, serial);
                send(line, answer.octets());
            }
            case Effect.Answer(var answer) -> send(line, answer.octets());
            case Effect.Refusal(_, var answer) -> send(line, answer.octets());
            case Effect.Stream _, Effect.Proposal _, Effect.Registration _, Effect.Silence _ -> {}
        }
    }

    /// A primary that does not read must not hold us for ever.
    private void send(Line line, byte[] message) throws IOException {
        var guard = Thread.ofVirtual().start(() -> closeAfter(line));
        try {
            line.send(message);
        } finally {
            guard.interrupt();
        }
    }

    private void closeAfter(Line line) {
        try {
            Thread.sleep(secondaries.settings().timeout());
            line.close();
        } catch (InterruptedException _) {
            // It was sent in time.
        } catch (IOException _) {
            // It is closed either way.
        }
    }

    @Override
    public void close() {
        closed = true;
        current.ifPresent(
                line -> {
                    try {
                        line.close();
                    } catch (IOException _) {
                        // It is closed either way.
                    }
                });
    }
}
