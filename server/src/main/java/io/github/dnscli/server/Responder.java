package io.github.dnscli.server;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Decoded;
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
            // Answering a reply would make two servers talk for ever.
            case Decoded.Valid(var message, _) when message.has(Flag.QR) -> new Effect.Silence();
            case Decoded.Valid decoded -> new Responder(state, peer, now).verify(packet, decoded);
        };
    }

    private Effect verify(byte[] packet, Decoded.Valid decoded) {
        var request = decoded.message();
        return switch (Verifier.request(
                packet, decoded, state::key, state.settings().signatures(), now)) {
            case Verified.Unsigned _ ->
                    dispatch(new Turn(state, request, Optional.empty(), peer, now));
            case Verified.Good good ->
                    dispatch(new Turn(state, request, Optional.of(good), peer, now));
            case Verified.Bad bad -> {
                byte[] reply = MessageCodec.encode(request.reply(bad.fault().rcode()));
                yield new Effect.Refusal(
                        bad.fault().message(), new Effect.Wire(Signer.refusal(reply, bad, now)));
            }
        };
    }

    private static Effect dispatch(Turn turn) {
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
