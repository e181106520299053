package io.github.dnscli.server;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Asks a state without a socket.
final class Ask {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Peer UDP = new Peer(InetAddress.ofLiteral("192.0.2.99"), Peer.Protocol.UDP);
    static final Peer TCP = new Peer(InetAddress.ofLiteral("192.0.2.99"), Peer.Protocol.TCP);

    private Ask() {}

    static TsigKey key(String name) {
        return new TsigKey(
                DomainName.of(name),
                TsigAlgorithm.SHA256,
                name.repeat(32).substring(0, 32).getBytes(StandardCharsets.UTF_8));
    }

    static Message query(String name, RecordType type) {
        return Message.request(7, Opcode.QUERY, Question.of(DomainName.of(name), type));
    }

    static Message update(
            String zone, List<MessageRecord> prerequisites, List<MessageRecord> changes) {
        return Message.request(8, Opcode.UPDATE, Question.of(DomainName.of(zone), RecordType.SOA))
                .withSections(prerequisites, changes, List.of());
    }

    static byte[] sign(Message message, TsigKey key) {
        return Signer.sign(MessageCodec.encode(message), key, NOW).wire();
    }

    static Effect effect(ServerState state, byte[] packet, Peer peer) {
        return Responder.handle(state, packet, peer, NOW);
    }

    static Message answer(ServerState state, Message request, Peer peer) {
        return reply(effect(state, MessageCodec.encode(request), peer));
    }

    /// {@return the reply that an effect sends}
    static Message reply(Effect effect) {
        return switch (effect) {
            case Effect.Answer(var wire) -> decode(wire);
            case Effect.Refusal(_, var wire) -> decode(wire);
            case Effect.News(_, _, _, var wire) -> decode(wire);
            case Effect.Proposal(_, var accepted, _) -> decode(accepted);
            case Effect.Registration(_, _, var wire) -> decode(wire);
            case Effect.Stream(var messages) -> decode(messages.next());
            case Effect.Silence _ -> throw new AssertionError("silence");
        };
    }

    static Message decode(Effect.Wire wire) {
        return switch (MessageCodec.decode(wire.octets())) {
            case Decoded.Valid(var message, _) -> message;
            case Decoded.Malformed(_, var problem) -> throw new AssertionError(problem);
        };
    }
}
