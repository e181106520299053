package io.github.dnscli.server;

import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.server.event.QueryEvent;
import io.github.dnscli.server.notify.Announcer;
import io.github.dnscli.server.secondary.Secondaries;
import io.github.dnscli.server.socket.PacketHandler;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.turn.Connection;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import io.github.dnscli.server.watch.Counters;
import io.github.dnscli.server.watch.Counters.Count;
import io.github.dnscli.server.watch.Events;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Does what packets lead to.
final class Dispatcher implements PacketHandler {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final byte[] NOTHING = {};
    private static final int RCODE_OCTET = 3;
    private static final int RCODE_BITS = 15;

    private final Writer writer;
    private final Secondaries secondaries;
    private final Recollection recollection;
    private final OutgoingTransfers transfers;
    private final Announcer announcer;
    private final Events events;
    private final Counters counters;
    private final InstantSource clock;
    private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

    Dispatcher(
            Writer writer,
            Secondaries secondaries,
            Recollection recollection,
            OutgoingTransfers transfers,
            Announcer announcer,
            Events events,
            Counters counters,
            InstantSource clock) {
        this.writer = writer;
        this.secondaries = secondaries;
        this.recollection = recollection;
        this.transfers = transfers;
        this.announcer = announcer;
        this.events = events;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public void handle(byte[] packet, Connection from) throws IOException {
        boolean isDatagram = from.peer().protocol() == Peer.Protocol.UDP;
        counters.add(isDatagram ? Count.UDP_REQUESTS : Count.TCP_REQUESTS);
        try {
            dispatch(packet, from);
        } catch (RuntimeException | Error bug) {
            counters.add(Count.BUGS);
            log(bug, from);
            apologize(packet, from);
        }
    }

    /// At most one line a second: whoever found the packet that does it can send many.
    private void log(Throwable bug, Connection from) {
        long now = System.nanoTime();
        long due = nextLine.get();
        if (now - due >= 0 && nextLine.compareAndSet(due, now + TimeUnit.SECONDS.toNanos(1))) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "our bug, met by a packet from " + from.peer() + "; it is answered SERVFAIL",
                    bug);
        }
    }

    private void apologize(byte[] packet, Connection from) throws IOException {
        var header = MessageCodec.formatError(packet);
        if (header.isPresent()) {
            byte[] reply = header.get();
            reply[RCODE_OCTET] = (byte) Rcode.SERVFAIL.value();
            send(reply, from);
        }
    }

    private void dispatch(byte[] packet, Connection from) throws IOException {
        long begin = events.wantQueries() ? System.nanoTime() : 0;
        switch (Responder.read(writer.state(), packet, from.peer(), clock.instant())) {
            case Responder.Reading.Request(var turn)
                    when turn.request().opcode().equals(Opcode.UPDATE) ->
                    perform(update(turn), turn, from);
            case Responder.Reading.Request(var plain) -> {
                var turn = recollection.informed(plain);
                byte[] reply = perform(Responder.effect(turn), turn, from);
                if (events.wantQueries() && turn.request().opcode().equals(Opcode.QUERY)) {
                    logQuery(turn, reply, begin);
                }
            }
            case Responder.Reading.Unverified(var reason, var answer) -> {
                events.tell(listener -> listener.refused(from.peer(), reason));
                send(answer.octets(), from);
            }
            case Responder.Reading.Garbled(var answer) -> {
                if (answer.isPresent()) {
                    send(answer.get().octets(), from);
                }
            }
            case Responder.Reading.Reply _ -> announcer.heard(from, packet);
        }
    }

    /// Whoever has signed gets a turn of the writer's. Others are looked at first, as they will hardly get that far.
    private Effect update(Turn turn) {
        if (turn.signature().isPresent()) {
            return writer.commit(turn);
        }
        var effect = Responder.effect(turn);
        return effect instanceof Effect.Proposal ? writer.commit(turn) : effect;
    }

    /// {@return the octets of a single reply}
    private byte[] perform(Effect effect, Turn turn, Connection from) throws IOException {
        return switch (effect) {
            case Effect.Answer(var wire) -> send(wire.octets(), from);
            case Effect.Stream(var messages) -> {
                transfers.send(turn, messages, from);
                yield NOTHING;
            }
            case Effect.Silence _ -> NOTHING;
            case Effect.News(var zone, var key, var serial, var answer) -> {
                counters.add(Count.NEWS_RECEIVED);
                secondaries.notified(zone, from.peer().address(), key, serial);
                key.ifPresent(
                        name ->
                                events.tell(
                                        listener -> listener.notified(zone, name, from.peer())));
                yield send(answer.octets(), from);
            }
            case Effect.Refusal(var reason, var answer) -> {
                events.tell(listener -> listener.refused(from.peer(), reason));
                yield send(answer.octets(), from);
            }
            case Effect.Registration(var zone, var key, var answer) -> {
                // Nothing else is sent before the answer: the connection is taken until then.
                announcer.register(writer.state(), from, zone, key);
                yield send(answer.octets(), from);
            }
            case Effect.Proposal _ ->
                    throw new IllegalStateException("only an UPDATE proposes changes");
        };
    }

    private byte[] send(byte[] reply, Connection to) throws IOException {
        counters.reply(reply);
        to.send(reply);
        return reply;
    }

    private void logQuery(Turn turn, byte[] reply, long begin) {
        int rcode = reply.length > RCODE_OCTET ? reply[RCODE_OCTET] & RCODE_BITS : 0;
        var duration = Duration.ofNanos(System.nanoTime() - begin);
        turn.request()
                .question()
                .map(
                        question ->
                                new QueryEvent(
                                        turn.now(),
                                        turn.peer(),
                                        question,
                                        new Rcode(rcode),
                                        reply.length,
                                        duration))
                .ifPresent(events::answered);
    }

    @Override
    public void ended(Connection connection) {
        announcer.ended(connection);
    }
}
