package io.github.dnscli.server;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import io.github.dnscli.server.notify.NotifyReception;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.transfer.Registrations;
import io.github.dnscli.server.transfer.TransferOut;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import io.github.dnscli.server.update.UpdateReception;
import java.time.Instant;
import java.util.Optional;

/// Decides what a packet leads to: a pure function of a state, a packet, its sender and the time.
final class Responder {

    /// What a packet is, before it meets the zones.
    sealed interface Reading {

        /// A request, whose signature is good if it bears one.
        ///
        /// @param turn the request
        record Request(Turn turn) implements Reading {}

        /// A request whose signature does not count.
        ///
        /// @param reason for people
        /// @param answer the reply
        record Unverified(String reason, Effect.Wire answer) implements Reading {}

        /// No message.
        ///
        /// @param answer the reply, if its header can be read
        record Garbled(Optional<Effect.Wire> answer) implements Reading {}

        /// A reply. Answering it would make two servers talk for ever.
        record Reply() implements Reading {}
    }

    private Responder() {}

    /// {@return what a packet leads to}
    static Effect handle(ServerState state, byte[] packet, Peer peer, Instant now) {
        return switch (read(state, packet, peer, now)) {
            case Reading.Request(var turn) -> effect(turn);
            case Reading.Unverified(var reason, var answer) -> new Effect.Refusal(reason, answer);
            case Reading.Garbled(var answer) ->
                    answer.<Effect>map(Effect.Answer::new).orElseGet(Effect.Silence::new);
            case Reading.Reply _ -> new Effect.Silence();
        };
    }

    /// {@return what a packet is}: decoded, and its signature verified
    static Reading read(ServerState state, byte[] packet, Peer peer, Instant now) {
        return switch (MessageCodec.decode(packet)) {
            case Decoded.Malformed _ ->
                    new Reading.Garbled(MessageCodec.formatError(packet).map(Effect.Wire::new));
            case Decoded.Valid(var message, _) when message.has(Flag.QR) -> new Reading.Reply();
            case Decoded.Valid decoded -> verify(state, packet, decoded, peer, now);
        };
    }

    private static Reading verify(
            ServerState state, byte[] packet, Decoded.Valid decoded, Peer peer, Instant now) {
        var request = decoded.message();
        return switch (Verifier.request(
                packet, decoded, state::key, state.settings().signatures(), now)) {
            case Verified.Unsigned _ ->
                    new Reading.Request(new Turn(state, request, Optional.empty(), peer, now));
            case Verified.Good good ->
                    new Reading.Request(new Turn(state, request, Optional.of(good), peer, now));
            case Verified.Bad bad -> {
                var refusal = request.reply(bad.fault().rcode());
                byte[] reply =
                        MessageCodec.encode(
                                refusal.withEdns(request.edns().map(_ -> Edns.DEFAULT)));
                yield new Reading.Unverified(
                        bad.fault().message(), new Effect.Wire(Signer.refusal(reply, bad, now)));
            }
        };
    }

    /// {@return what a request leads to}
    static Effect effect(Turn turn) {
        var request = turn.request();
        if (request.edns().filter(edns -> edns.version() != 0).isPresent()) {
            return turn.answer(request.reply(Rcode.BADVERS));
        }
        int opcode = request.opcode().value();
        if (opcode != 0 && opcode != 4 && opcode != 5) {
            return turn.answer(request.reply(Rcode.NOTIMP));
        }
        if (request.questions().size() != 1) {
            return turn.answer(request.reply(Rcode.FORMERR)); // RFC 9619
        }
        var question = request.questions().getFirst();
        return switch (opcode) {
            case 4 -> NotifyReception.effect(turn, question);
            case 5 -> UpdateReception.effect(turn, question);
            default -> query(turn, question);
        };
    }

    private static Effect query(Turn turn, Question question) {
        boolean isTransfer =
                question.type().equals(RecordType.AXFR) || question.type().equals(RecordType.IXFR);
        return isTransfer
                ? TransferOut.effect(turn, question)
                : Registrations.effect(turn, question);
    }
}
