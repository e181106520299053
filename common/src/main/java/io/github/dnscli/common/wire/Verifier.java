package io.github.dnscli.common.wire;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.wire.TsigFault.Judge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Judges signatures: first the key, then the signature, then the time, then how much of the signature is left
/// (RFC 8945 §5.2). The time comes after the signature, so that nobody without the key learns our clock.
///
/// A request that comes a second time within its fudge is good again; who keeps changes looks for repetitions himself.
public final class Verifier {

    private Verifier() {}

    /// {@return what the signature of a request is worth}
    ///
    /// @param wire the octets of the request
    /// @param keys the keys we know, by name
    public static Verified request(
            byte[] wire, Function<DomainName, Optional<TsigKey>> keys, Instant now) {
        return switch (MessageCodec.decode(wire)) {
            case Decoded.Valid valid -> request(wire, valid, keys, MacPolicy.DEFAULT, now);
            case Decoded.Malformed(_, var problem) -> malformed(problem);
        };
    }

    /// {@return what the signature of a request is worth}
    ///
    /// @param wire the octets of the request
    /// @param decoded what they mean
    /// @param keys the keys we know, by name
    /// @param policy how far signatures may be cut
    public static Verified request(
            byte[] wire,
            Decoded.Valid decoded,
            Function<DomainName, Optional<TsigKey>> keys,
            MacPolicy policy,
            Instant now) {
        if (decoded.tsig().isEmpty()) {
            return new Verified.Unsigned();
        }
        var tsig = decoded.tsig().get();
        var key = keys.apply(tsig.keyName()).filter(known -> isBy(tsig, known));
        if (key.isEmpty()) {
            return bad(badKey(tsig, Judge.SERVER), tsig, key);
        }
        return faultOfRequest(wire, decoded.message().id(), tsig, key.get(), now)
                .or(() -> truncation(tsig, key.get(), policy, Judge.SERVER))
                .<Verified>map(fault -> bad(fault, tsig, key))
                .orElseGet(() -> new Verified.Good(key.get().spelled(tsig.keyName()), tsig.mac()));
    }

    private static Optional<TsigFault> faultOfRequest(
            byte[] wire, int headerId, TsigRecord tsig, TsigKey key, Instant now) {
        var misfit = lengthMisfit(tsig, key);
        if (misfit.isPresent()) {
            return misfit;
        }
        if (!isSignedRequest(wire, headerId, tsig, key)) {
            return Optional.of(badSignature(tsig, Judge.SERVER));
        }
        return isInTime(tsig, now)
                ? Optional.empty()
                : Optional.of(badTime(tsig, tsig.timeSigned(), now, Judge.SERVER));
    }

    /// RFC 8945 §5.2.2.1 wants the signature made over the Original ID. OCaml's clients leave that field 0 and sign
    /// over the header's id.
    private static boolean isSignedRequest(
            byte[] wire, int headerId, TsigRecord tsig, TsigKey key) {
        var ids =
                tsig.originalId() == 0 && headerId != 0
                        ? List.of(0, headerId)
                        : List.of(tsig.originalId());
        return ids.stream()
                .map(id -> TsigDigest.unsigned(wire, tsig, id))
                .map(message -> new TsigDigest(key).message(message).variables(tsig).finish())
                .anyMatch(tsig.mac()::begins);
    }

    /// {@return what the signature of a reply is worth; [Verified.Bad] also when there is none}
    ///
    /// @param wire the octets of the reply
    /// @param key the key that the request was signed with
    /// @param requestMac the request's signature
    public static Verified reply(byte[] wire, TsigKey key, Mac requestMac, Instant now) {
        return switch (MessageCodec.decode(wire)) {
            case Decoded.Valid valid -> reply(wire, valid, key, requestMac, now);
            case Decoded.Malformed(_, var problem) -> malformed(problem);
        };
    }

    /// {@return what the signature of a reply is worth; [Verified.Bad] also when there is none}
    ///
    /// @param wire the octets of the reply
    /// @param decoded what they mean
    /// @param key the key that the request was signed with
    /// @param requestMac the request's signature
    public static Verified reply(
            byte[] wire, Decoded.Valid decoded, TsigKey key, Mac requestMac, Instant now) {
        if (decoded.tsig().isEmpty()) {
            return new Verified.Bad(
                    new TsigFault.Missing(key.name()), Optional.empty(), Optional.of(key));
        }
        var tsig = decoded.tsig().get();
        byte[] message = TsigDigest.unsigned(wire, tsig, tsig.originalId());
        var digest = new TsigDigest(key).prior(requestMac).message(message);
        return reply(tsig, key, () -> digest.variables(tsig).finish(), now);
    }

    /// Gives the signature that a message should have.
    interface Expectation {
        byte[] mac();
    }

    static Verified reply(TsigRecord tsig, TsigKey key, Expectation expected, Instant now) {
        return faultOfReply(tsig, key, expected, now)
                .<Verified>map(fault -> bad(fault, tsig, Optional.of(key)))
                .orElseGet(() -> new Verified.Good(key, tsig.mac()));
    }

    private static Optional<TsigFault> faultOfReply(
            TsigRecord tsig, TsigKey key, Expectation expected, Instant now) {
        if (tsig.mac().length() == 0 && !tsig.error().equals(TsigError.NONE)) {
            return Optional.of(told(tsig, now));
        }
        if (!isBy(tsig, key)) {
            return Optional.of(badKey(tsig, Judge.CLIENT));
        }
        var misfit = lengthMisfit(tsig, key);
        if (misfit.isPresent()) {
            return misfit;
        }
        if (!tsig.mac().begins(expected.mac())) {
            return Optional.of(badSignature(tsig, Judge.CLIENT));
        }
        if (!tsig.error().equals(TsigError.NONE)) {
            return Optional.of(told(tsig, now));
        }
        return isInTime(tsig, now)
                ? truncation(tsig, key, MacPolicy.DEFAULT, Judge.CLIENT)
                : Optional.of(badTime(tsig, tsig.timeSigned(), now, Judge.CLIENT));
    }

    private static Optional<TsigFault> truncation(
            TsigRecord tsig, TsigKey key, MacPolicy policy, Judge judge) {
        return policy.takes(tsig.mac().length(), key.algorithm().macLength())
                ? Optional.empty()
                : Optional.of(new TsigFault.BadTruncation(tsig.keyName(), judge));
    }

    private static TsigFault told(TsigRecord tsig, Instant now) {
        return switch (tsig.error().value()) {
            case 16 -> badSignature(tsig, Judge.SERVER);
            case 17 -> badKey(tsig, Judge.SERVER);
            case 18 ->
                    badTime(tsig, tsig.serverClock().orElse(tsig.timeSigned()), now, Judge.SERVER);
            case 22 -> new TsigFault.BadTruncation(tsig.keyName(), Judge.SERVER);
            default ->
                    new TsigFault.Malformed(
                            "server refuses the signature with an unknown " + tsig.error());
        };
    }

    private static boolean isBy(TsigRecord tsig, TsigKey key) {
        return tsig.keyName().equals(key.name())
                && tsig.algorithm().equals(key.algorithm().dnsName());
    }

    private static boolean isInTime(TsigRecord tsig, Instant now) {
        long apart = now.getEpochSecond() - tsig.timeSigned().getEpochSecond();
        return Math.abs(apart) <= tsig.fudge();
    }

    /// A signature may be cut to half its length, but not below 10 octets, and may not be longer than the hash; else
    /// the message is malformed (RFC 8945 §5.2.2.1).
    private static Optional<TsigFault> lengthMisfit(TsigRecord tsig, TsigKey key) {
        int full = key.algorithm().macLength();
        int length = tsig.mac().length();
        return length <= full && length >= Math.max(10, full / 2)
                ? Optional.empty()
                : Optional.of(
                        new TsigFault.Malformed(
                                "signature by key '%s' has %s octets, where %s gives %s"
                                        .formatted(
                                                key.name().display(),
                                                length,
                                                key.algorithm().dnsName().display(),
                                                full)));
    }

    private static TsigFault badKey(TsigRecord tsig, Judge judge) {
        return new TsigFault.BadKey(tsig.keyName(), tsig.algorithm(), judge);
    }

    private static TsigFault badSignature(TsigRecord tsig, Judge judge) {
        return new TsigFault.BadSignature(tsig.keyName(), tsig.algorithm(), judge);
    }

    private static TsigFault badTime(TsigRecord tsig, Instant theirs, Instant ours, Judge judge) {
        return new TsigFault.BadTime(tsig.keyName(), theirs, ours, judge);
    }

    private static Verified bad(TsigFault fault, TsigRecord tsig, Optional<TsigKey> key) {
        return new Verified.Bad(fault, Optional.of(tsig), key);
    }

    private static Verified malformed(String problem) {
        return new Verified.Bad(
                new TsigFault.Malformed(problem), Optional.empty(), Optional.empty());
    }
}
