package io.github.dnscli.server;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Decides what a packet leads to: a pure function of a state, a packet, its sender and the time.
final class Responder {

    private final ServerState state;
    private final Instant now;
    private final Peer peer;

    private Responder(ServerState state, Peer peer, Instant now) {
        this.state = state;
        this.peer = peer;
        this.now = now;
    }

    static Effect handle(ServerState state, byte[] packet, Peer peer, Instant now) {
        return switch (MessageCodec.decode(packet)) {
            case Decoded.Malformed _ ->
                    MessageCodec.formatError(packet)
                            .<Effect>map(reply -> new Effect.Answer(new Effect.Wire(reply)))
                            .orElseGet(Effect.Silence::new);
            case Decoded.Valid decoded ->
                    decoded.message().has(Flag.QR)
                            ? new Effect
                                    .Silence() // answering a reply would make two servers talk for
                            // ever
                            : new Responder(state, peer, now).verify(packet, decoded);
        };
    }

    private Effect verify(byte[] packet, Decoded.Valid decoded) {
        var request = decoded.message();
        return switch (Verifier.request(packet, decoded, state::key, now)) {
            case Verified.Unsigned _ ->
                    dispatch(new Exchange(request, Optional.empty(), peer, now));
            case Verified.Good good ->
                    dispatch(new Exchange(request, Optional.of(good), peer, now));
            case Verified.Bad bad -> {
                byte[] reply = MessageCodec.encode(request.reply(bad.fault().rcode()));
                yield new Effect.Refusal(
                        bad.fault().message(), new Effect.Wire(Signer.refusal(reply, bad, now)));
            }
        };
    }

    private Effect dispatch(Exchange exchange) {
        var request = exchange.request();
        if (request.edns().filter(edns -> edns.version() != 0).isPresent()) {
            return exchange.answer(request.reply(Rcode.BADVERS));
        }
        if (request.questions().size() != 1) {
            return exchange.answer(request.reply(Rcode.FORMERR)); // RFC 9619
        }
        var question = request.questions().getFirst();
        return switch (request.opcode().value()) {
            case 0 -> query(exchange, question);
            case 4 -> notification(exchange, question);
            case 5 -> update(exchange, question);
            default -> exchange.answer(request.reply(Rcode.NOTIMP));
        };
    }

    private Effect query(Exchange exchange, Question question) {
        if (question.type().equals(RecordType.AXFR) || question.type().equals(RecordType.IXFR)) {
            return new TransferOut(state, exchange, question).effect();
        }
        if (question.type().isMeta() && !question.type().equals(RecordType.ANY)) {
            return exchange.answer(exchange.request().reply(Rcode.FORMERR));
        }
        return exchange.answer(Answerer.answer(state, exchange.request(), question));
    }

    /// A NOTIFY without a key never makes the server do anything, and it says so (RFC 1996 §3.10 leaves it free).
    private Effect notification(Exchange exchange, Question question) {
        var zone = question.name();
        if (exchange.keyName().isEmpty()) {
            return exchange.refuse(Rcode.REFUSED, "an unsigned NOTIFY does nothing here: sign it");
        }
        var key = exchange.keyName().get();
        if (!state.rights().allow(key, KeyOperation.NOTIFY, zone)) {
            return exchange.refuse(
                    Rcode.REFUSED,
                    "key '" + key.display() + "' may not notify of '" + zone.display() + "'");
        }
        if (state.zone(zone).isEmpty()) {
            return new Effect.News(zone, key, exchange.refusal(Rcode.NOTAUTH, notServed(zone)));
        }
        var reply = exchange.request().reply(Rcode.NOERROR).withFlags(Set.of(Flag.AA));
        return new Effect.News(zone, key, exchange.seal(reply));
    }

    private Effect update(Exchange exchange, Question question) {
        var section = question.name();
        var zone = state.zoneOf(section);
        if (zone.isEmpty() || !question.type().equals(RecordType.SOA)) {
            return zone.isEmpty()
                    ? exchange.refuse(Rcode.NOTAUTH, notServed(section))
                    : exchange.refuse(
                            Rcode.FORMERR, "the zone section of an UPDATE wants type SOA");
        }
        if (exchange.keyName().isEmpty()) {
            return exchange.refuse(Rcode.REFUSED, "an update must be signed");
        }
        var evaluation = new UpdateEvaluation(zone.get(), section, exchange.request());
        var key = exchange.keyName().get();
        var accepted = exchange.seal(exchange.request().reply(Rcode.NOERROR));
        return switch (evaluation.evaluate(state.rights(), key)) {
            case UpdateOutcome.Rejected(var rcode, var reason) -> exchange.refuse(rcode, reason);
            case UpdateOutcome.Unchanged _ -> new Effect.Answer(accepted);
            case UpdateOutcome.Changed(var after) ->
                    new Effect.Proposal(
                            ZoneChange.of(zone.get(), after, key, peer),
                            accepted,
                            exchange.refusal(
                                    Rcode.SERVFAIL,
                                    "the change could not be stored; nothing was changed"));
        };
    }

    private static String notServed(DomainName name) {
        return "no zone here for '" + name.display() + "'";
    }
}
