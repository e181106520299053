package io.github.dnscli.server.turn;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import java.time.Instant;
import java.util.Optional;

/// One request, what it meets, its sender and its verified signature: knows how its reply is sized, sealed and explained.
///
/// @param state what is served
/// @param request the request
/// @param signature its signature, if it bears one; it is good
/// @param peer who sent it
/// @param now when it came
public record Turn(
        ServerState state,
        Message request,
        Optional<Verified.Good> signature,
        Peer peer,
        Instant now) {

    private static final int PLAIN_UDP_SIZE = 512;

    /// {@return the name of the key that signed the request}
    public Optional<DomainName> keyName() {
        return signature.map(good -> good.key().name());
    }

    /// {@return the effect of sending a reply}
    public Effect answer(Message reply) {
        return new Effect.Answer(seal(reply));
    }

    /// {@return the effect of turning the request down}
    ///
    /// @param reason for people
    public Effect refuse(Rcode rcode, String reason) {
        return new Effect.Refusal(reason, refusal(rcode, reason));
    }

    /// {@return a refusal that says why, if the client can read it (RFC 8914)}
    public Effect.Wire refusal(Rcode rcode, String reason) {
        int code =
                rcode.equals(Rcode.NOTAUTH)
                        ? ExtendedError.NOT_AUTHORITATIVE
                        : ExtendedError.PROHIBITED;
        var explained = request.edns().map(_ -> Edns.DEFAULT.with(new ExtendedError(code, reason)));
        return seal(request.reply(rcode).withEdns(explained));
    }

    /// {@return the octets of a reply: with an OPT record if the request had one (RFC 6891 §7), signed if it was}
    public Effect.Wire seal(Message reply) {
        var complete =
                reply.edns().isPresent()
                        ? reply
                        : reply.withEdns(request.edns().map(_ -> Edns.DEFAULT));
        return new Effect.Wire(
                signature
                        .map(good -> sign(complete, good))
                        .orElseGet(() -> MessageCodec.encode(complete, maxSize())));
    }

    private byte[] sign(Message reply, Verified.Good good) {
        byte[] wire = MessageCodec.encode(reply, maxSize() - Signer.room(good.key()));
        return Signer.reply(wire, good.key(), good.mac(), now).wire();
    }

    private int maxSize() {
        if (peer.protocol() == Peer.Protocol.TCP) {
            return MessageCodec.MAX_LENGTH;
        }
        return request.edns()
                .map(edns -> Math.clamp(edns.udpSize(), PLAIN_UDP_SIZE, Edns.SAFE_UDP_SIZE))
                .orElse(PLAIN_UDP_SIZE);
    }

    /// {@return the words for a name that is in no zone here}
    public static String notServed(DomainName name) {
        return "no zone here for '" + name.display() + "'";
    }
}
