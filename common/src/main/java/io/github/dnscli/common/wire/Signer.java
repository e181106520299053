package io.github.dnscli.common.wire;

import io.github.dnscli.common.key.TsigKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Signs messages (RFC 8945 §5).
public final class Signer {

    private static final int FIXED_OCTETS = 26;
    private static final int CLOCK_OCTETS = 6;

    private Signer() {}

    /// {@return by how many octets, at the most, a signature makes a message longer}
    public static int room(TsigKey key) {
        return key.name().wireLength()
                + key.algorithm().dnsName().wireLength()
                + FIXED_OCTETS
                + CLOCK_OCTETS
                + key.algorithm().macLength();
    }

    /// {@return a request, signed (§5.1)}
    ///
    /// @param message the octets of the message
    public static Signed sign(byte[] message, TsigKey key, Instant now) {
        var record = blank(message, key, now);
        return seal(message, new TsigDigest(key).message(message).variables(record), record);
    }

    /// {@return a reply, signed over the signature of its request as well (§5.3)}
    ///
    /// @param message the octets of the reply
    public static Signed reply(byte[] message, TsigKey key, Mac requestMac, Instant now) {
        var record = blank(message, key, now);
        var digest = new TsigDigest(key).prior(requestMac).message(message).variables(record);
        return seal(message, digest, record);
    }

    /// {@return the reply to a request whose signature does not count, with a TSIG record as §5.2 and §5.3.2 want it:
    /// signed when it is only about time or length, else with an empty signature; unchanged when the request's
    /// TSIG record is malformed}
    ///
    /// @param message the octets of the reply, with the outcome of [TsigFault#rcode()]
    public static byte[] refusal(byte[] message, Verified.Bad bad, Instant now) {
        if (bad.tsig().isEmpty() || bad.fault().rcode().equals(Rcode.FORMERR)) {
            return message;
        }
        var theirs = bad.tsig().get();
        return switch (bad.fault()) {
            case TsigFault.BadTime _ when bad.key().isPresent() -> {
                var record =
                        answer(message, theirs, TsigError.BADTIME, theirs.timeSigned(), clock(now));
                yield signed(message, bad.key().get(), theirs.mac(), record);
            }
            case TsigFault.BadTruncation _ when bad.key().isPresent() -> {
                var record = answer(message, theirs, TsigError.BADTRUNC, now, "");
                yield signed(message, bad.key().get(), theirs.mac(), record);
            }
            case TsigFault fault ->
                    TsigDigest.append(message, answer(message, theirs, fault.error(), now, ""));
        };
    }

    private static byte[] signed(byte[] message, TsigKey key, Mac requestMac, TsigRecord record) {
        var digest = new TsigDigest(key).prior(requestMac).message(message).variables(record);
        return seal(message, digest, record).wire();
    }

    static TsigRecord blank(byte[] message, TsigKey key, Instant now) {
        return new TsigRecord(
                key.name(),
                key.algorithm().dnsName(),
                now,
                TsigRecord.DEFAULT_FUDGE,
                Mac.EMPTY,
                id(message),
                TsigError.NONE,
                "",
                message.length);
    }

    private static TsigRecord answer(
            byte[] message, TsigRecord theirs, TsigError error, Instant time, String other) {
        return new TsigRecord(
                theirs.keyName(),
                theirs.algorithm(),
                time,
                TsigRecord.DEFAULT_FUDGE,
                Mac.EMPTY,
                id(message),
                error,
                other,
                message.length);
    }

    private static String clock(Instant now) {
        long seconds = now.getEpochSecond();
        byte[] octets =
                ByteBuffer.allocate(CLOCK_OCTETS)
                        .putShort((short) (seconds >> 32))
                        .putInt((int) seconds)
                        .array();
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static int id(byte[] message) {
        return (message[0] & 0xff) << 8 | message[1] & 0xff;
    }

    static Signed seal(byte[] message, TsigDigest digest, TsigRecord record) {
        var mac = new Mac(digest.finish());
        return new Signed(TsigDigest.append(message, record.withMac(mac)), mac);
    }
}
