package io.github.dnscli.common.wire;

import io.github.dnscli.common.key.TsigKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/// What a signature is computed over, piece by piece (RFC 8945 §4.3).
///
/// dnsjava's `TSIG` works on its own `Message` only, takes its time from a clock of its own, and gives no way to sign a
/// BADTIME reply with the client's time (§5.2.3), to take a signature cut to a permitted length (§5.2.2.1) or to verify
/// over the header's id where Original ID is 0, as OCaml's clients want. It is the oracle of our tests instead.
final class TsigDigest {

    private static final int ARCOUNT_AT = 10;
    private static final int CLASS_ANY = 255;

    private final javax.crypto.Mac hmac;

    TsigDigest(TsigKey key) {
        String algorithm = key.algorithm().javaName();
        try {
            hmac = javax.crypto.Mac.getInstance(algorithm);
            hmac.init(new SecretKeySpec(key.secret(), algorithm));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(algorithm + " is missing from this JDK", missing);
        }
    }

    /// Adds the signature that this one follows: the request's, or that of the message before (§5.3, §5.3.1).
    TsigDigest prior(Mac mac) {
        hmac.update(ByteBuffer.allocate(2).putShort((short) mac.length()).flip());
        hmac.update(mac.octets());
        return this;
    }

    /// Adds a message without its TSIG record.
    TsigDigest message(byte[] unsigned) {
        hmac.update(unsigned);
        return this;
    }

    /// Adds the TSIG variables (§4.3.3).
    TsigDigest variables(TsigRecord tsig) {
        hmac.update(tsig.keyName().lowerCase().wire());
        hmac.update(ByteBuffer.allocate(6).putShort((short) CLASS_ANY).putInt(0).flip());
        hmac.update(tsig.algorithm().lowerCase().wire());
        timers(tsig);
        byte[] other = tsig.otherOctets();
        hmac.update(
                ByteBuffer.allocate(4)
                        .putShort((short) tsig.error().value())
                        .putShort((short) other.length)
                        .flip());
        hmac.update(other);
        return this;
    }

    /// Adds the timers only, as from the second message of a transfer on (§5.3.1).
    TsigDigest timers(TsigRecord tsig) {
        long seconds = tsig.timeSigned().getEpochSecond();
        hmac.update(
                ByteBuffer.allocate(8)
                        .putShort((short) (seconds >> 32))
                        .putInt((int) seconds)
                        .putShort((short) tsig.fudge())
                        .flip());
        return this;
    }

    /// {@return the whole signature}; the digest is as new afterwards
    byte[] finish() {
        return hmac.doFinal();
    }

    /// {@return a received message as it was before it was signed: without TSIG record, and with another id}
    static byte[] unsigned(byte[] wire, TsigRecord tsig, int id) {
        byte[] message = Arrays.copyOf(wire, tsig.start());
        int additional = (message[ARCOUNT_AT] & 0xff) << 8 | message[ARCOUNT_AT + 1] & 0xff;
        var header = ByteBuffer.wrap(message);
        header.putShort(0, (short) id);
        header.putShort(ARCOUNT_AT, (short) (additional - 1));
        return message;
    }

    /// {@return a message with a TSIG record at its end}
    static byte[] append(byte[] message, TsigRecord tsig) {
        byte[] name = tsig.keyName().wire();
        byte[] algorithm = tsig.algorithm().wire();
        byte[] mac = tsig.mac().octets();
        byte[] other = tsig.otherOctets();
        int dataLength = algorithm.length + 16 + mac.length + other.length;
        long seconds = tsig.timeSigned().getEpochSecond();
        var wire = ByteBuffer.allocate(message.length + name.length + 10 + dataLength);
        wire.put(message).put(name).putShort((short) 250).putShort((short) CLASS_ANY).putInt(0);
        wire.putShort((short) dataLength).put(algorithm);
        wire.putShort((short) (seconds >> 32)).putInt((int) seconds);
        wire.putShort((short) tsig.fudge()).putShort((short) mac.length).put(mac);
        wire.putShort((short) tsig.originalId()).putShort((short) tsig.error().value());
        wire.putShort((short) other.length).put(other);
        wire.putShort(ARCOUNT_AT, (short) (wire.getShort(ARCOUNT_AT) + 1));
        return wire.array();
    }
}
