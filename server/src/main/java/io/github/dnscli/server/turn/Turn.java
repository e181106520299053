package io.github.dnscli.server.turn;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.EdnsOption;
import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.QueryReply;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

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

    /// As many characters of an explanation as fit the smallest datagram beside the longest question.
    private static final int MOST_WORDS = 200;

    /// {@return the same request, meeting another state}
    public Turn with(ServerState other) {
        return new Turn(other, request, signature, peer, now);
    }

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

    /// {@return the effect of replying to a query}
    public Effect answer(QueryReply reply) {
        var edns = request.edns().map(_ -> edns(reply.explanation()));
        return new Effect.Answer(seal(size -> MessageCodec.encode(request, reply, edns, size)));
    }

    /// {@return a refusal that says why, if the client can read it (RFC 8914)}
    public Effect.Wire refusal(Rcode rcode, String reason) {
        String brief = reason.substring(0, Math.min(reason.length(), MOST_WORDS));
        var explanation = Optional.of(new ExtendedError(infoCode(rcode), brief));
        return seal(request.reply(rcode).withEdns(request.edns().map(_ -> edns(explanation))));
    }

    /// Whoever is refused lacks a right; a prerequisite that does not hold, or a malformed request, is another matter.
    private static int infoCode(Rcode rcode) {
        if (rcode.equals(Rcode.NOTAUTH)) {
            return ExtendedError.NOT_AUTHORITATIVE;
        }
        return rcode.equals(Rcode.REFUSED) ? ExtendedError.PROHIBITED : ExtendedError.OTHER;
    }

    /// {@return the octets of a reply: with an OPT record if the request had one (RFC 6891 §7), signed if it was}
    public Effect.Wire seal(Message reply) {
        var complete =
                reply.edns().isPresent()
                        ? reply
                        : reply.withEdns(request.edns().map(_ -> edns(Optional.empty())));
        return seal(size -> MessageCodec.encode(complete, size));
    }

    private Effect.Wire seal(IntFunction<byte[]> encoding) {
        if (signature.isEmpty()) {
            return new Effect.Wire(encoding.apply(maxSize()));
        }
        var good = signature.get();
        byte[] wire = encoding.apply(maxSize() - Signer.room(good.key()));
        return new Effect.Wire(Signer.reply(wire, good.key(), good.mac(), now).wire());
    }

    private int maxSize() {
        if (peer.protocol() == Peer.Protocol.TCP) {
            return MessageCodec.MAX_LENGTH;
        }
        return request.edns().isEmpty()
                ? PLAIN_UDP_SIZE
                : Math.clamp(request.edns().get().udpSize(), PLAIN_UDP_SIZE, Edns.SAFE_UDP_SIZE);
    }

    /// What we say of ourselves: the bit DO is as in the request (RFC 3225 §3), our name is there when it was asked for
    /// (RFC 5001 §2.1).
    private Edns edns(Optional<ExtendedError> explanation) {
        boolean dnssecOk = wantsSignatures();
        var identity = state.settings().identity().filter(_ -> asksForIdentity());
        if (!dnssecOk && identity.isEmpty() && explanation.isEmpty()) {
            return Edns.DEFAULT;
        }
        var options = new ArrayList<EdnsOption>(2);
        identity.ifPresent(name -> options.add(EdnsOption.Opaque.nsid(name)));
        explanation.ifPresent(options::add);
        return new Edns(Edns.SAFE_UDP_SIZE, 0, dnssecOk, options);
    }

    private boolean asksForIdentity() {
        for (var option : request.edns().map(Edns::options).orElse(List.of())) {
            if (option instanceof EdnsOption.Opaque(var code, _)
                    && code == EdnsOption.Opaque.NSID) {
                return true;
            }
        }
        return false;
    }

    /// {@return whether the client wants to see signatures: the bit DO (RFC 3225 §3)}
    public boolean wantsSignatures() {
        return request.edns().isPresent() && request.edns().get().dnssecOk();
    }

    /// {@return the words for a name that is in no zone here}
    public static String notServed(DomainName name) {
        return "no zone here for '" + name.display() + "'";
    }
}
