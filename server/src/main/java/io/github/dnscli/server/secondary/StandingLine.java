package io.github.dnscli.server.secondary;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.transport.Line;
import io.github.dnscli.common.transport.ServerAddress;
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
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.turn.Effect;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A connection to a primary that stands, for it to say on it what has changed: the primary cannot reach us otherwise, or
/// is to say which zones it has. A signed query for an SOA record makes it known there; a primary that is asked for the
/// root's says that it is not authoritative for that, and names its zones one after the other in NOTIFY messages.
///
/// The query is repeated from time to time, which also shows whether the primary is still there. A connection that is
/// lost is made again, after a pause that grows with each failure.
final class StandingLine implements Runnable, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StandingLine.class.getName());
    private static final int IDS = 0x10000;
    private static final int MOST_DOUBLINGS = 20;

    /// A query without an answer yet.
    private record Asked(Message message, Signed signed, long due) {}

    private final Secondaries secondaries;
    private final DomainName zone;
    private final ServerAddress primary;
    private final TsigKey key;
    private volatile Optional<Line> current = Optional.empty();
    private volatile boolean closed;
    private Optional<Asked> asked = Optional.empty();
    private int failures;

    /// @param zone whose SOA record is asked for; the root to be told of all zones
    StandingLine(Secondaries secondaries, DomainName zone, ServerAddress primary, TsigKey key) {
        this.secondaries = secondaries;
        this.zone = zone;
        this.primary = primary;
        this.key = key;
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
        LOG.log(
                System.Logger.Level.WARNING,
                "connection for news of zone ''{0}'' from {1} is lost: {2}; next try in {3} ms",
                zone.display(),
                primary.display(),
                problem,
                pause.toMillis());
        Thread.sleep(pause);
    }

    /// {@return why it ended, for people}
    private String session() {
        try (var line = Line.open(primary, secondaries.settings().timeout())) {
            current = Optional.of(line);
            ask(line);
            while (!closed) {
                var message = line.receive(patience());
                if (message.isPresent()) {
                    take(line, message.get());
                } else if (asked.isPresent()) {
                    return "no answer within "
                            + secondaries.settings().timeout().toMillis()
                            + " ms";
                } else {
                    ask(line);
                }
            }
            return "closed";
        } catch (IOException lost) {
            return String.valueOf(lost.getMessage());
        } finally {
            asked = Optional.empty();
        }
    }

    private Duration patience() {
        return asked.map(query -> Duration.ofNanos(Math.max(1, query.due() - System.nanoTime())))
                .orElse(secondaries.settings().linePing());
    }

    private void ask(Line line) throws IOException {
        var query = Query.of(zone, RecordType.SOA).message(secondaries.random().nextInt(IDS));
        var signed = Signer.sign(MessageCodec.encode(query), key, secondaries.clock().instant());
        long due = System.nanoTime() + secondaries.settings().timeout().toNanos();
        asked = Optional.of(new Asked(query, signed, due));
        send(line, signed.wire());
    }

    private void take(Line line, byte[] octets) throws IOException {
        switch (MessageCodec.decode(octets)) {
            case Decoded.Malformed(_, var problem) ->
                    throw new IOException("it sends what is no message: " + problem);
            case Decoded.Valid valid when valid.message().has(Flag.QR) -> reply(octets, valid);
            case Decoded.Valid valid when valid.message().opcode().equals(Opcode.NOTIFY) ->
                    news(line, octets);
            case Decoded.Valid _ -> {}
        }
    }

    private void reply(byte[] octets, Decoded.Valid reply) throws IOException {
        if (asked.filter(query -> query.message().id() == reply.message().id()).isEmpty()) {
            return;
        }
        var mac = asked.get().signed().mac();
        asked = Optional.empty();
        switch (Verifier.reply(octets, reply, key, mac, secondaries.clock().instant())) {
            case Verified.Bad bad -> throw new IOException(bad.fault().message());
            case Verified.Unsigned _ -> throw new IOException("its answer is not signed");
            case Verified.Good _ -> answered(reply.message());
        }
    }

    private void answered(Message reply) throws IOException {
        if (!reply.rcode().equals(Rcode.NOERROR) && !reply.rcode().equals(Rcode.NOTAUTH)) {
            throw new IOException("it answers " + reply.rcode());
        }
        failures = 0;
        var serial = PrimaryClient.serial(zone, reply);
        if (serial.isPresent()) {
            secondaries.notified(zone, primary.address(), Optional.of(key.name()), serial);
        }
    }

    private void news(Line line, byte[] octets) throws IOException {
        var peer = new Peer(primary.address(), Peer.Protocol.TCP);
        switch (secondaries.host().handle(octets, peer)) {
            case Effect.News(var named, var signer, var serial, var answer) -> {
                secondaries.notified(named, primary.address(), signer, serial);
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
